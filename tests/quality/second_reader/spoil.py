"""Spoils a share of what a reply says: names, kinds, links and quotes are swapped, as a weak model would do."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable
from typing import Any

from graph_model.schema import LINK_KINDS, NODE_KINDS

Reply = dict[str, Any]

_KINDS = tuple(NODE_KINDS)
_LINKS = tuple(kind for kind in LINK_KINDS if kind not in ("MENTIONS", "LINKS_TO"))
_INVENTED = ("Stichting Zonnestraal", "Piet de Boer", "Harderwijk", "Zorggroep Het Baken", "Open dag", "Buurtkamer")


def spoiled(reply: Reply, share: float, seed: int) -> Reply:
    """The reply with this share of its things and links spoiled; the same for the same seed.

    The model's own word for how sure it is stays: a weak model is as sure of what is wrong.
    """
    dice = random.Random(f"{reply.get('document')} {seed} {share}")
    bad = copy.deepcopy(reply)
    for thing in bad["things"]:
        if dice.random() < share:
            dice.choice((_other_kind, _other_name))(thing, bad, dice)
    for link in bad["links"]:
        if dice.random() < share:
            dice.choice(_OF_LINKS)(link, bad, dice)
    return bad


def _other_kind(thing: Reply, reply: Reply, dice: random.Random) -> None:
    kind = dice.choice([kind for kind in _KINDS if kind != thing["kind"]])
    for link in reply["links"]:
        for end in ("subject", "object"):
            if (link[end], link[f"{end}_kind"]) == (thing["name"], thing["kind"]):
                link[f"{end}_kind"] = kind
    thing["kind"] = kind


def _other_name(thing: Reply, reply: Reply, dice: random.Random) -> None:
    others = [other["name"] for other in reply["things"] if other["name"] != thing["name"]]
    thing["name"] = dice.choice([*_INVENTED, *others])
    thing["aliases"] = []


def _other_end(link: Reply, reply: Reply, dice: random.Random) -> None:
    end = dice.choice(("subject", "object"))
    alike = [t for t in reply["things"] if t["name"] != link[end]]
    if alike:
        other = dice.choice([t for t in alike if t["kind"] == link[f"{end}_kind"]] or alike)
        link[end], link[f"{end}_kind"] = other["name"], other["kind"]


def _turned(link: Reply, reply: Reply, dice: random.Random) -> None:
    link["subject"], link["object"] = link["object"], link["subject"]
    link["subject_kind"], link["object_kind"] = link["object_kind"], link["subject_kind"]


def _other_link(link: Reply, reply: Reply, dice: random.Random) -> None:
    """Another kind of link, most often one that these ends allow: those no rule of the schema can tell."""
    allowed = [
        k for k in _LINKS if k != link["link"] and LINK_KINDS[k].allows(link["subject_kind"], link["object_kind"])
    ]
    link["link"] = dice.choice(allowed if allowed and dice.random() < 0.8 else [k for k in _LINKS if k != link["link"]])


def _other_quote(link: Reply, reply: Reply, dice: random.Random) -> None:
    others = [other["quote"] for other in reply["links"] if other["quote"] != link["quote"]]
    made_up = f"{link['subject']} en {link['object']} horen bij elkaar"
    link["quote"] = dice.choice([*others, made_up])


_Spoiler = Callable[[Reply, Reply, random.Random], None]
_OF_LINKS: tuple[_Spoiler, ...] = (_other_end, _turned, _other_link, _other_quote)
