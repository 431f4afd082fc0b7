"""Questions about themes, gaps, gatherings and measures, answered by hand from the rows of the register.

Each is a command, what of its JSON is looked at, and the answer that the rows give.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Counted:
    """A question, the command that asks it, what of the answer counts, and what that must be."""

    question: str
    words: tuple[str, ...]
    looked_at: Callable[[Json], object]
    answer: object


def _initiatives(found: Json) -> set[str]:
    names = {row["id"]: row["name"] for row in found["rows"]}
    return {names[cell["initiative"]] for cell in found["cells"]}


def _pairs(found: Json) -> list[tuple[set[str], list[str], str, list[str]]]:
    return [
        ({one["a"]["name"], one["b"]["name"]}, [t["name"] for t in one["themes"]], one["area"],
         [t["name"] for t in one["through"]])
        for one in found["pairs"]
    ]  # fmt: skip


def _names(found: Json) -> list[str]:
    return [item["name"] for item in found["items"]]


def _cut(name: str) -> Callable[[Json], object]:
    def looked_at(found: Json) -> object:
        (cut,) = (one for one in found["cut_points"] if one["thing"]["name"] == name)
        return cut["loose"], {member["name"] for part in cut["parts"][1:] for member in part["members"]}

    return looked_at


def _bridges(found: Json) -> dict[frozenset[str], int]:
    return {frozenset((one["a"]["name"], one["b"]["name"])): one["loose"] for one in found["bridges"]}


def _measure(name: str) -> Callable[[Json], object]:
    """Degree, and betweenness as the number of pairs that meet by way of it."""

    def looked_at(found: Json) -> object:
        (item,) = (one for one in found["items"] if one["name"] == name)
        return item["degree"], round(item["betweenness"] * (found["things"] - 1) * (found["things"] - 2) / 2)

    return looked_at


def _group(name: str) -> Callable[[Json], object]:
    def looked_at(found: Json) -> object:
        (group,) = (one for one in found["communities"] if name in {member["name"] for member in one["members"]})
        return group["name"], group["size"], [(one["kind"], one["members"]) for one in group["binding"]]

    return looked_at


_LUSTRUM = [
    "Lustrumsymposium burgerkracht Austerlitz Zorgt", "Verhalenmiddag Austerlitz (lustrumviering)",
    "Austerlitz Plant (10-jarig bestaan Austerlitz Zorgt)",
]  # fmt: skip
_EVERY = ("measures", "--by", "degree", "--limit", "1000")

COUNTED = (
    Counted(
        "Which initiatives are about meeting each other?", ("themes", "--theme", "ontmoeten"), _initiatives,
        {"Het 8ste Werk", "Hoeksche Huiskamer Numansdorp", "Langer Zelfstandig Leven Oegstgeest", "Noaberhoes",
         "ToekomstWonen.nu", "Trefpunt De Schans"},
    ),
    Counted(
        "Which initiatives are about living?", ("themes", "--theme", "wonen"), _initiatives,
        {"De Borgstee", "Knarrenhof Assen", "Knarrenhof Surhuisterveen", "Langer Zelfstandig Leven Oegstgeest",
         "Oegstgeester Hofjes"},
    ),
    Counted(
        "Which initiatives in Drenthe are about caring villages, and how many are elsewhere?",
        ("themes", "--theme", "zorgzame dorpen", "--region", "Drenthe"),
        lambda found: (_initiatives(found), found["themes"][0]["elsewhere"]),
        ({"De Borgstee", "Dorpscoöperatie de Brug"}, 1),
    ),
    Counted(
        "Which initiatives of volunteers were presented in 2019?",
        ("themes", "--theme", "vrijwilligers", "--from", "2019", "--to", "2019"), _initiatives,
        {"Stichting ElanArt", "Stichting Met je Hart", "Taal Doet Meer"},
    ),
    Counted(
        "Which initiatives in the municipality of Hilvarenbeek are about citizens' initiatives?",
        ("themes", "--theme", "burgerinitiatieven", "--region", "Hilvarenbeek"), _initiatives,
        {"Coöperatie Esbeek", "Hilverstroom"},
    ),
    Counted(
        "Of how many initiatives in Flevoland does no source name a theme?", ("themes", "--region", "Flevoland"),
        lambda found: (found["initiatives"], found["coverage"]["initiatives_without_theme"], _initiatives(found)),
        (4, 2, {"Samen Buurten", "Voorzorgcirkels Almere"}),
    ),
    Counted(
        "Which initiatives could know each other?", ("gaps", "--limit", "200"), _pairs,
        [({"Coöperatie Esbeek", "Hilverstroom"}, ["burgerinitiatieven"], "Hilvarenbeek",
          ["Werkbezoek koning Willem-Alexander Hilvarenbeek"])],
    ),
    Counted(
        "What would come loose in Drenthe without De Borgstee?", ("gaps", "--region", "Drenthe"), _cut("De Borgstee"),
        (3, {"Symposium 'Zorg op het Dorp' / Dorpsvernieuwingsprijs 2023", "Dorpscoöperatie de Brug",
             "Dorpsvernieuwingsprijs"}),
    ),
    Counted(
        "Which one link joins the Oranje Fonds with the rest?", ("gaps", "--limit", "200"),
        lambda found: _bridges(found)[frozenset(("Oranje Fonds", "Knooppunt Zorgen voor elkaar Limburg"))], 24,
    ),
    Counted(
        "Which theme has most initiatives elsewhere and none in Drenthe?", ("gaps", "--region", "Drenthe"),
        lambda found: found["themes"][0]["words"],
        "Bij burgerinitiatieven is in provincie Drenthe geen initiatief bekend; elders wel 6",
    ),
    Counted(
        "About which theme are four gatherings, and no initiative?", ("gaps", "--limit", "1"),
        lambda found: (found["themes"][0]["theme"]["name"], found["themes"][0]["subjects"]), ("medezeggenschap", 4),
    ),
    Counted(
        "What was there in the week of Austerlitz's lustrum?",
        ("events", "--from", "2022-12-09", "--to", "2022-12-12"), _names,
        # Of the prize no more is known than its year, so it may have been that week too.
        ["ZorgSaamWonen Award 2022 (publieksprijs: De langste tafel van Kampen)", *_LUSTRUM],
    ),
    Counted(
        "Which gatherings on quality were there?", ("events", "--theme", "kwaliteitsbeleid", "--from", "2023"),
        lambda found: [item["start"] for item in found["items"]], ["2023-06-01", "2023-06-05", "2023-06-13"],
    ),
    Counted(
        "Which gatherings did the Oranje Fonds organise, latest first?", ("events", "--organisation", "Oranje Fonds"),
        _names, ["Appeltjes van Oranje 2024 (pitchdag)", "Appeltjes van Oranje 2019", "Appeltjes van Oranje 2017",
                 "Finale Oranje Fonds Kroonappels"],
    ),
    Counted(
        "Which gatherings of 2021 were near De Borgstee?",
        ("events", "--near", "De Borgstee", "--km", "5", "--from", "2021", "--to", "2021"),
        lambda found: [(item["name"], item["when"]) for item in found["items"]],
        [("Feestelijke opening De Borgstee", "juli 2021")],
    ),
    Counted(
        "Whom does Coöperatie Esbeek meet, and where?", ("events", "--organisation", "Coöperatie Esbeek"),
        lambda found: [(one["b"]["name"], one["times"], one["gatherings"][0]["name"]) for one in found["meetings"]],
        [("Hilverstroom", 1, "Werkbezoek koning Willem-Alexander Hilvarenbeek")],
    ),
    Counted(
        "With how many is the Limburg hub linked?", _EVERY,
        lambda found: found and _measure("Knooppunt Zorgen voor elkaar Limburg")(found)[0],  # type: ignore[index]
        5,  # three mornings of coffee, the Oranje Fonds, and the association that started it
    ),
    Counted("Who meet by way of Anna Zorgt alone?", _EVERY, _measure("Anna Zorgt"), (5, 10)),
    Counted("Who meet by way of Zonnehuisgroep Noord alone?", _EVERY, _measure("Zonnehuisgroep Noord"), (6, 15)),
    Counted("Does anybody meet by way of Anna Klust?", _EVERY, _measure("Anna Klust"), (1, 0)),
    Counted(
        "Which group does the cooperative of Ameland belong to?", _EVERY, _group("Zorgcoöperatie Ameland"),
        ("Ameland", 7, [("Place", 4)]),
    ),
)  # fmt: skip
