"""Measures in Dutch sentences: what they mean here."""

from __future__ import annotations

from queries.analytics.centrality import Between
from queries.analytics.communities import Community, Feature
from queries.analytics.network import Network
from queries.results.measures import Binding, CommunityShown, Explained
from queries.results.shapes import Ref
from queries.words import listed, titled

SHOWN_MEMBERS = 10
EXPLAINED = Explained(
    network=(
        "Het netwerk bestaat uit mensen, organisaties en bijeenkomsten met hun onderlinge verbanden; bronnen, plaatsen "
        "en thema's maken op zichzelf geen verband. Het zegt wat bronnen vertellen, niet wie belangrijk is."
    ),
    degree="Verbonden: met hoeveel andere mensen, organisaties en bijeenkomsten er een verband bekend is.",
    betweenness=(
        "Ertussen: op welk deel van de kortste wegen tussen twee anderen het ligt. Wie hier hoog staat, brengt anderen "
        "met elkaar in aanraking; valt die weg, dan worden hun wegen langer of breken zij af."
    ),
    community=(
        "Groep: dingen die onderling meer verbonden zijn dan met andere, genoemd naar het thema, de gemeente of de "
        "beweging die leden delen."
    ),
)
_SHARED = {"Theme": "gaan over", "Place": "zijn in", "Movement": "doen mee met"}


def words_for(network: Network, thing: Ref, degree: int, share: float, group: Community | None) -> str:
    """One sentence on a thing, without full stop."""
    if not degree:
        return f"Van {titled(thing)} is geen verband met anderen bekend"
    others = "1 ander" if degree == 1 else f"{degree} anderen"
    between = f"ligt op {percent(share)} van de kortste wegen tussen twee anderen" if share else (
        "ligt op geen enkele kortste weg tussen twee anderen"
    )  # fmt: skip
    belongs = f"; hoort bij de groep {name_of(network, group)}" if group else ""
    return f"{titled(thing)} is met {others} verbonden en {between}{belongs}"


def percent(share: float) -> str:
    """A share (0–1) as a Dutch reader writes it: "6,7 %", "minder dan 0,1 %"."""
    if 0 < share < 0.0005:
        return "minder dan 0,1 %"
    return f"{100 * share:.1f} %".replace(".", ",")


def name_of(network: Network, group: Community) -> str:
    """What a group is called: by what binds it, else by its most linked member."""
    if group.binding:
        return " · ".join(feature.name for feature, _ in group.binding)
    return f"rond {titled(network.things[group.members[0]])}"


def community_shown(network: Network, number: int, group: Community) -> CommunityShown:
    """A group as an answer gives it."""
    members = tuple(network.things[n] for n in group.members[:SHOWN_MEMBERS])
    name = name_of(network, group)
    return CommunityShown(
        number=number, name=name, size=len(group.members), members=members,
        binding=tuple(_binding(feature, count) for feature, count in group.binding),
        words=_group_words(group, members),
    )  # fmt: skip


def _binding(feature: Feature, count: int) -> Binding:
    return Binding.model_validate({"kind": feature.kind, "name": feature.name, "members": count})


def _group_words(group: Community, members: tuple[Ref, ...]) -> str:
    size = len(group.members)
    named = listed([titled(member) for member in members[:3]])
    text = f"{size} mensen, organisaties en bijeenkomsten, met als meest verbonden {named}"
    shared = [f"{count} ervan {_SHARED[feature.kind]} {feature.name}" for feature, count in group.binding]
    return (
        f"{text}; {listed(shared)}"
        if shared
        else f"{text}; geen thema, gemeente of beweging bindt hen, voor zover bekend"
    )


def message(network: Network, between: Between) -> str:
    """How large the network is, and how well betweenness is known."""
    alone = sum(not some for some in network.neighbours)
    text = (
        f"Het netwerk heeft {len(network.things)} mensen, organisaties en bijeenkomsten en {len(network.ties)} "
        f"verbanden tussen twee ervan; van {alone} is geen verband bekend."
    )
    if between.exact:
        return text
    return f"{text} Wie ertussen ligt, is geschat vanuit {between.walks} van hen, want het netwerk is groot."
