"""The verbs of the command line, as data: a verb's module is imported only when it is called."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb: its module in ``api.cli``, and one Dutch line that says what it does."""

    name: str
    dutch: str
    module: str


def _verb(name: str, dutch: str, module: str = "") -> Verb:
    return Verb(name, dutch, f"api.cli.{module or name}")


VERBS = (
    _verb("demo", "het register van de beweging en verzonnen voorbeeldpagina's, om rond te kijken"),
    _verb("read", "pagina's lezen en vastleggen in de graaf"),
    _verb("reread", "bewaarde teksten opnieuw lezen met deze versie, zonder iets op te halen"),
    _verb("extract", "tonen wat er uit pagina's te halen is, zonder graaf"),
    _verb("withdraw", "een pagina is er niet meer: wat alleen zij zei, verdwijnt"),
    _verb("sources", "de beschreven bronnen, met wat verwacht en wat gevonden werd"),
    _verb("search", "zoeken op naam, in elke spelling"),
    _verb("show", "één ding met zijn gegevens, verbanden en citaten"),
    _verb("links", "wie of wat ermee verbonden is, met citaten"),
    _verb("near", "initiatieven in de buurt van een zorgorganisatie, met redenen"),
    _verb("why", "hoe twee dingen verbonden zijn, in zinnen met citaten"),
    _verb("themes", "welke initiatieven over welke thema's gaan, en van wie dat niet bekend is"),
    _verb("gaps", "wat er ontbreekt tussen initiatieven, en wie of wat het netwerk bij elkaar houdt"),
    _verb("measures", "maten van het netwerk: wie de meeste verbanden heeft, wie ertussen staat, welke groepen"),
    _verb("events", "de agenda: bijeenkomsten, wie er deel aan heeft en wie wie treft; ook als agendabestand"),
    _verb("places", "een lijst van plaatsen inlezen, voor de precieze ligging van elk gehucht"),
    _verb("map", "het netwerk, of wat er rond één ding is, als kaart in één bestand"),
    _verb("changes", "wat er sinds een dag veranderde, in zinnen met citaten"),
    _verb("stale", "wat lang niet meer gezien of bevestigd is"),
    _verb("candidates", "wat te onzeker is om te tonen en wacht op een ja of nee"),
    _verb("add", "een feit met de hand vastleggen, met bron of uit eigen waarneming"),
    _verb("confirm", "wat een bewering zegt, klopt"),
    _verb("correct", "wat een bewering zegt, klopt niet of moet anders"),
    _verb("review", "wie is wie: wat één ding kan zijn, en wat daarover besloten is"),
    _verb("overview", "hoeveel er in de graaf staat en hoe vers het is"),
    _verb("cypher", "een eigen vraag aan de graaf, alleen lezen"),
    _verb("export", "de hele graaf in het formaat van een ander programma"),
    _verb("runs", "wat er gedaan is, en dat terugdraaien"),
    _verb("person", "wat er op iemands naam bewaard wordt, en iemand vergeten"),
    _verb("backup", "alles wat gelezen en besloten is in één bestand"),
    _verb("restore", "een back-up terugzetten"),
    _verb("rebuild", "de graaf opnieuw opbouwen uit het grootboek, of dat nagaan"),
    _verb("serve", "de webpagina en de API op dit apparaat"),
    _verb("mcp", "dezelfde vragen voor het programma van een taalmodel"),
    _verb("token", "een sleutel voor wie via de webdienst meer mag dan lezen"),
    _verb("doctor", "wat er hier niet in orde is en hoe dat te verhelpen"),
)
BY_NAME = {verb.name: verb for verb in VERBS}
