"""Each reason for or against, in the pair that calls for it."""

from __future__ import annotations

import pytest

from ingest.resolve import World, weigh
from tests.ingest.resolve.made_pairs import made_pairs, thing, world_profiles

WORLD = World(world_profiles())
REASONS = {
    "= Zorggroep Charim | Charim": {"form": 1},
    "= Woonzorgcentrum Hof Cruninghe | Hof Cruninghe": {"form": 1, "town": 1},
    "= Amstelrng | Amstelring": {"spelling": 1},
    "= Huize Kakelbont | Huize Kakelbont Schaijk": {"place_in_name": 1},
    "= Noord Nederlandse Coöperatie van Zorgorganisaties | NNCZ": {"acronym": 1},
    "= Langer Zelfstandig Leven Ommen | LZLO": {"acronym": 1, "town": 1},
    "= Stichting De Zilverhoek | Huis aan de Berkelkade": {"address": 1, "shared": 1, "town": 1, "name": -1},
    "= Zorgcombinatie Nieuwe Maas | Frankelandgroep": {"site": 1, "town": 1},
    "= Kennissessie perspectief op kwetsbare wijken | Perspectief op kwetsbare wijken": {"containment": 1, "date": 1},
    "≠ Zorggroep Noord | Zorggroep Zuid": {"mark": -1},
    "≠ Knarrenhof Hoorn | Knarrenhof Zwolle": {"place_in_name": -1},
    "≠ Topaz Overduin | Topaz": {"linked": -1},
    "≠ Cliëntenraad Pameijer | Pameijer": {"part": -1, "kind": -1},
    "≠ Rivas | Avelingen Zorg": {"linked": -1},
    "≠ Berkelberaad | Berkelberaad": {"date": -1},
    "≠ Zomerfeest Leesten | Winterfeest Leesten": {"date": -1},
    "≠ Haarle | Haarlem": {"gazetteer": -1},
    "≠ Netwerk Dementie Drenthe | Netwerk Duurzame Dorpen": {},
}


@pytest.mark.parametrize("named", REASONS)
def test_a_pair_is_weighed_for_the_reasons_that_it_has(named: str) -> None:
    pair = next(pair for pair in made_pairs() if str(pair) == named)
    profiles = world_profiles()
    weighed = weigh(profiles[thing(pair.left)], profiles[thing(pair.right)], WORLD)
    found = {feature.name: 1 if feature.points > 0 else -1 for feature in weighed.features}
    assert REASONS[named].items() <= found.items()
    assert (weighed.likely >= 0.3) == pair.same


def test_a_word_that_many_names_hold_tells_less_than_a_rare_one() -> None:
    rare, common = (WORLD.words[word] for word in ("kakelbont", "zorg"))
    assert rare < 5 < common
