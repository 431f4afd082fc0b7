"""Settings: the environment and ``samenspel.toml``, read once, here and nowhere else.

The environment goes before the file; the file is the first of ``./samenspel.toml`` and the one in the config folder.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from graph_model.errors import BadQuestion

PREFIX = "SAMENSPEL_"
FILE_NAME = "samenspel.toml"


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its name in the file (in the environment: SAMENSPEL_ and capitals), default and meaning."""

    name: str
    default: str
    dutch: str
    private: bool = False

    @property
    def variable(self) -> str:
        return PREFIX + self.name.upper()


KNOWN = (
    Setting("graph", "", "adres van een Neo4j (bolt://… of neo4j://…); leeg: de ingebouwde graaf"),
    Setting("user", "neo4j", "gebruiker van die Neo4j"),
    Setting("password", "", "wachtwoord van die Neo4j", private=True),
    Setting("database", "", "database van die Neo4j; leeg: de standaarddatabase"),
    Setting("data", "", "map van de ingebouwde graaf en van het geheim; leeg: de gegevensmap van de gebruiker"),
    Setting("host", "127.0.0.1", "adres waarop de webpagina luistert"),
    Setting("port", "8000", "poort waarop de webpagina luistert"),
    Setting("allowed_hosts", "localhost,127.0.0.1,[::1]", "hostnamen waaronder de webpagina antwoordt"),
    Setting("contact", "", "mail- of webadres dat meegaat met elke vraag aan een site; nodig om er een te doorlopen"),
    Setting("private_hosts", "", "hosts (met poort) die gelezen mogen worden hoewel ze niet openbaar zijn"),
    Setting("model_url", "", "adres van een taalmodel als tweede lezer; leeg: uit"),
    Setting("model_name", "", "naam van dat taalmodel"),
    Setting("model_key", "", "sleutel van dat taalmodel", private=True),
    Setting("model_parallel", "4", "zoveel vragen tegelijk aan dat taalmodel"),
    Setting("model_per_minute", "0", "zoveel vragen per minuut hoogstens; 0: geen grens"),
    Setting("model_seconds", "120", "zo lang mag een antwoord duren, in seconden"),
    Setting("model_part", "12000", "een langere pagina gaat in delen van zoveel tekens"),
    Setting("model_prompt", "", "bestand met een eigen opdracht voor het taalmodel; leeg: de meegeleverde"),
    Setting("reader", "samenspel", "wie er leest als --reader het niet zegt: samenspel, model of both"),
    Setting("secret", "", "geheim voor de id's van personen; leeg: gemaakt in de gegevensmap", private=True),
    Setting("language", "nl", "taal van wat gebruikers lezen"),
)
_BY_NAME = {setting.name: setting for setting in KNOWN}


@dataclass(frozen=True, slots=True)
class Settings:
    """What the program was told, checked; private values stay out of ``repr``."""

    data: Path
    graph: str = ""
    user: str = "neo4j"
    password: str = field(default="", repr=False)
    database: str = ""
    host: str = "127.0.0.1"
    port: int = 8000
    allowed_hosts: tuple[str, ...] = ()
    contact: str = ""
    private_hosts: tuple[str, ...] = ()
    model_url: str = ""
    model_name: str = ""
    model_key: str = field(default="", repr=False)
    model_parallel: int = 4
    model_per_minute: int = 0
    model_seconds: int = 120
    model_part: int = 12_000
    model_prompt: str = ""
    reader: str = "samenspel"
    secret: str = field(default="", repr=False)
    language: str = "nl"
    colour: bool = True
    file: Path | None = None

    @property
    def embedded(self) -> bool:
        """Whether the graph is the embedded one in the data folder."""
        return not self.graph

    @property
    def place(self) -> str:
        """Where the graph is: an address or a folder, as a user may see it."""
        return self.graph or str(self.data)


def load_settings(data: str = "", environment: Mapping[str, str] | None = None, folder: Path | None = None) -> Settings:
    """The settings of this process; ``data`` is what ``--data`` says and goes before everything else.

    :raises BadQuestion: for a setting that does not exist or makes no sense, or a file that is no TOML.
    """
    environment = os.environ if environment is None else environment
    file = _file(environment, folder or Path.cwd())
    values = {setting.name: setting.default for setting in KNOWN} | _from_file(file) | _from(environment)
    chosen = data or values["data"]
    return Settings(
        data=(Path(chosen).expanduser() if chosen else _home(environment, "XDG_DATA_HOME", ".local/share")).absolute(),
        port=_port(values["port"]),
        graph=_address(values["graph"]),
        user=values["user"], password=values["password"], database=values["database"], host=values["host"],
        allowed_hosts=tuple(host.strip() for host in values["allowed_hosts"].split(",") if host.strip()),
        contact=_contact(values["contact"].strip()),
        private_hosts=tuple(door for host in values["private_hosts"].split(",") for door in _doors(host.strip())),
        model_url=values["model_url"].strip(), model_name=values["model_name"], model_key=values["model_key"],
        model_parallel=_within("model_parallel", values, 1, 64),
        model_per_minute=_within("model_per_minute", values, 0, 100_000),
        model_seconds=_within("model_seconds", values, 1, 3600),
        model_part=_within("model_part", values, 1000, 400_000),
        model_prompt=values["model_prompt"], reader=_reader(values["reader"]),
        secret=values["secret"], language=values["language"],
        colour="NO_COLOR" not in environment or not environment["NO_COLOR"],
        file=file,
    )  # fmt: skip


READERS = ("samenspel", "model", "both")


def _from(environment: Mapping[str, str]) -> dict[str, str]:
    told = {setting.name: environment.get(setting.variable, "") for setting in KNOWN}
    return {name: value for name, value in told.items() if value}


def _file(environment: Mapping[str, str], folder: Path) -> Path | None:
    places = (folder, _home(environment, "XDG_CONFIG_HOME", ".config"))
    return next((place / FILE_NAME for place in places if (place / FILE_NAME).is_file()), None)


def _home(environment: Mapping[str, str], variable: str, otherwise: str) -> Path:
    base = environment.get(variable, "")
    return (Path(base) if base.startswith("/") else Path.home() / otherwise) / "samenspel"


def _from_file(file: Path | None) -> dict[str, str]:
    if file is None:
        return {}
    try:
        told = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadQuestion(f"Het instellingenbestand {file} is niet te lezen: {error}.") from error
    unknown = sorted(told.keys() - _BY_NAME.keys())
    if unknown:
        raise BadQuestion(f"Het instellingenbestand {file} noemt een onbekende instelling: {', '.join(unknown)}.")
    return {name: _text(value) for name, value in told.items()}


def _text(value: object) -> str:
    return ",".join(map(str, value)) if isinstance(value, list) else str(value)


def _port(value: str) -> int:
    if value.isdecimal() and 0 <= int(value) <= 65_535:
        return int(value)
    raise BadQuestion(f"De poort {value!r} is geen getal van 0 tot en met 65535.")


def _within(name: str, values: Mapping[str, str], least: int, most: int) -> int:
    value = values[name]
    if value.isdecimal() and len(value) < 10 and least <= int(value) <= most:
        return int(value)
    raise BadQuestion(
        f"De instelling {_BY_NAME[name].variable} ({value!r}) is geen getal van {least} tot en met {most}."
    )


def _reader(value: str) -> str:
    if value in READERS:
        return value
    raise BadQuestion(f"De lezer {value!r} is er niet; kies uit {', '.join(READERS)}.")


def _contact(value: str) -> str:
    """It goes into a header, so it can't be just anything."""
    told = re.fullmatch(r"[^\s()@]+@[^\s()@]+\.[^\s()@]+|https?://[^\s()]+", value)
    if value and not (told and value.isascii() and value.isprintable() and len(value) <= 200):
        raise BadQuestion(f"Het contact {value!r} is geen mailadres of webadres (http:// of https://).")
    return value


def _doors(host: str) -> tuple[str, ...]:
    """A host with its port; without one, with both ports of websites."""
    if not host:
        return ()
    name, _, port = host.lower().rpartition(":")
    return (f"{name}:{_port(port)}",) if name else (f"{host.lower()}:80", f"{host.lower()}:443")


def _address(value: str) -> str:
    schemes = ("bolt://", "neo4j://", "bolt+s://", "neo4j+s://", "bolt+ssc://", "neo4j+ssc://")
    if value and not value.startswith(schemes):
        raise BadQuestion(f"Het adres van de graaf {value!r} begint niet met bolt:// of neo4j://.")
    return value
