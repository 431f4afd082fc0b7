"""What is held on a name as a document to hand over, and what erasing did."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from api.cli.output import Paper, clean, on_day
from api.cli.telling import shown_value
from graph_model.dates import in_words

if TYPE_CHECKING:
    from api.forgetting import Forgotten
    from queries.person import NamedIn, PersonHeld, SaidOf
    from queries.results import Thing


def tell_held(found: PersonHeld, paper: Paper, now: datetime) -> None:
    """The document: who is meant, what is held, from where, and what somebody can ask for."""
    paper.heading(f"Wat Samenspel bewaart over {clean(found.name)}")
    paper.line(f"Opgemaakt op {in_words(now.date().isoformat())}.")
    for sentence in _who(found):
        paper.line(sentence)
    for thing in found.people:
        _tell_person(thing, paper)
    _tell_said("Wat bronnen over deze naam zeggen", [one for one in found.said if one.live], paper)
    _tell_said("Wat bronnen eerder zeiden; het telt niet meer mee", [one for one in found.said if not one.live], paper)
    _tell_named(found, paper)
    _tell_decided(found, paper)
    paper.raw("")
    if found.earlier or found.elsewhere:
        paper.line(
            f"De naam staat verder in {found.earlier} bewaarde eerdere versies van pagina's en in {found.elsewhere} "
            "aantekeningen over wat er met het programma gedaan is."
        )
    paper.line(
        "U kunt vragen om verbetering, of om vergeten te worden: dan gaan deze gegevens weg en wordt de naam voortaan "
        "afgedekt, ook als een bron opnieuw gelezen wordt. De bronnen zelf veranderen daar niet door."
    )


def _who(found: PersonHeld) -> Iterator[str]:
    if found.kept_out:
        yield "Deze naam is eerder op verzoek vergeten en wordt bij het lezen afgedekt."
    if found.nothing:
        yield "Er wordt niets bewaard op deze naam."
    elif not found.people:
        yield "Niemand met deze naam is als persoon opgenomen; de naam staat wel in wat hieronder volgt."
    elif found.namesakes > 1:
        yield (
            f"In de graaf dragen {found.namesakes} personen deze naam. Dit overzicht gaat over allemaal, want aan een "
            "naam alleen is niet te zien wie van hen bedoeld is."
        )
    if found.names:
        yield f"Meegenomen zijn ook de namen {', '.join(map(clean, found.names))}."


def _tell_person(thing: Thing, paper: Paper) -> None:
    paper.raw("")
    paper.heading(f"{clean(thing.name)} ({thing.id})")
    rows = [("ook bekend als", ", ".join(map(clean, thing.aliases)))] if thing.aliases else []
    for field in thing.fields.values():
        values = (field.value,) if isinstance(field.value, str) else field.value
        rows.append((field.words, "; ".join(map(shown_value, values))))
    paper.table(rows)


def _tell_said(title: str, said: list[SaidOf], paper: Paper) -> None:
    if not said:
        return
    paper.raw("")
    paper.heading(title)
    for one in said:
        paper.line(f"- {clean(one.words)}.", 2)
        document = one.claim.document
        seen = f"gezien van {on_day(one.claim.first_seen) if one.claim.first_seen else '?'}"
        last = f" tot {on_day(one.claim.last_seen)}" if one.claim.last_seen else ""
        source = ", ".join(dict.fromkeys((document.title, document.url)))
        paper.quote(one.claim.quote, f"{source}, {seen}{last}", 4)


def _tell_named(found: PersonHeld, paper: Paper) -> None:
    if not found.named:
        return
    paper.raw("")
    paper.heading("Pagina's waarop de naam staat")
    for page in found.named:
        paper.line(f"- {clean(page.title)}, {clean(page.url)}{_times(page)}", 2)
        for excerpt in page.excerpts:
            paper.line(f"… {clean(excerpt)} …", 4)


def _times(page: NamedIn) -> str:
    if not page.times:
        return " (in titel of adres)"
    return f" ({page.times} keer)" if page.times > 1 else ""


def _tell_decided(found: PersonHeld, paper: Paper) -> None:
    if not found.decided:
        return
    paper.raw("")
    paper.heading("Wat gebruikers hierover besloten")
    for one in found.decided:
        undone = ", later teruggenomen" if one.undone else ""
        why = f": {clean(one.reason)}" if one.reason else ""
        paper.line(f"- {clean(one.words)}, door {clean(one.by)} op {on_day(one.at)}{undone}{why}.", 2)


def tell_erasure(done: Forgotten, paper: Paper) -> None:
    """What was erased, in numbers and without the name, and what is left to do by hand."""
    paper.line(
        f"Vergeten: {done.people} uit de graaf, {done.claims} beweringen en {done.decisions} besluiten verwijderd, de "
        f"naam afgedekt op {done.pages} pagina's; {done.withdrawn} pagina's met de naam in hun adres ingetrokken."
    )
    paper.line("De naam wordt voortaan bij het lezen afgedekt, in elke spelling die op hetzelfde neerkomt.")
    if done.swept:
        paper.line("De bestanden van de graaf zijn opnieuw geschreven: ook daarin staat de naam niet meer.")
    for number, step in enumerate(done.steps, start=1):
        paper.line(f"{number}. {step}", 2)
    paper.line("Back-ups, kaarten en exports van eerder bevatten de naam nog: gooi die weg of maak ze opnieuw.")
