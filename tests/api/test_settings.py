"""The environment and ``samenspel.toml``."""

from __future__ import annotations

from pathlib import Path

import pytest

from api.bootstrap import secret_file, secret_of
from api.settings import KNOWN, Settings, load_settings
from graph_model.errors import BadQuestion


def loaded(folder: Path, data: str = "", **environment: str) -> Settings:
    home = {"XDG_CONFIG_HOME": str(folder / "config"), "XDG_DATA_HOME": str(folder / "share")}
    return load_settings(data, {**home, **environment}, folder)


def test_without_anything_said_the_graph_is_embedded_in_the_users_own_data_folder(tmp_path: Path) -> None:
    told = loaded(tmp_path)
    assert told.embedded
    assert told.data == tmp_path / "share" / "samenspel"
    assert (told.host, told.port, told.language, told.colour) == ("127.0.0.1", 8000, "nl", True)


def test_the_option_goes_before_the_environment_and_that_before_the_file(tmp_path: Path) -> None:
    (tmp_path / "samenspel.toml").write_text('data = "/van/bestand"\nport = 9000\n')
    assert loaded(tmp_path).data == Path("/van/bestand")
    assert loaded(tmp_path, SAMENSPEL_DATA="/van/omgeving").data == Path("/van/omgeving")
    assert loaded(tmp_path, "/van/optie", SAMENSPEL_DATA="/van/omgeving").data == Path("/van/optie")
    assert loaded(tmp_path).port == 9000


def test_the_file_in_the_folder_goes_before_the_one_in_the_config_folder(tmp_path: Path) -> None:
    elsewhere = tmp_path / "config" / "samenspel"
    elsewhere.mkdir(parents=True)
    (elsewhere / "samenspel.toml").write_text('language = "fy"\nport = 9001\n')
    assert loaded(tmp_path).language == "fy"
    (tmp_path / "samenspel.toml").write_text("port = 9000\n")
    assert (loaded(tmp_path).language, loaded(tmp_path).port) == ("nl", 9000)


def test_lists_may_be_written_as_lists(tmp_path: Path) -> None:
    (tmp_path / "samenspel.toml").write_text('allowed_hosts = ["a.example", "b.example"]\n')
    assert loaded(tmp_path).allowed_hosts == ("a.example", "b.example")


@pytest.mark.parametrize("text", ["poort = 3", "port = 'veel'", "port = 70000", "graph = 'http://x'", "geen toml"])
def test_a_setting_that_makes_no_sense_is_refused_in_a_sentence(tmp_path: Path, text: str) -> None:
    (tmp_path / "samenspel.toml").write_text(text)
    with pytest.raises(BadQuestion, match=r"[A-Z].*\."):
        loaded(tmp_path)


def test_no_color_is_heard_when_it_holds_anything(tmp_path: Path) -> None:
    assert not loaded(tmp_path, NO_COLOR="1").colour
    assert loaded(tmp_path, NO_COLOR="").colour


def test_private_settings_do_not_show(tmp_path: Path) -> None:
    private = [setting for setting in KNOWN if setting.private]
    told = loaded(tmp_path, **{setting.variable: f"privé-{setting.name}" for setting in private})
    assert "privé" not in repr(told)
    assert told.secret == "privé-secret"


def test_a_secret_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    told = loaded(tmp_path)
    secret = secret_of(told)
    assert len(secret) >= 32
    assert secret_of(told) == secret
    assert secret_file(told).stat().st_mode & 0o777 == 0o600
    assert [file.name for file in told.data.iterdir()] == ["secret"]


def test_a_secret_that_is_set_is_used_and_a_short_one_refused(tmp_path: Path) -> None:
    assert secret_of(loaded(tmp_path, SAMENSPEL_SECRET="een geheim dat lang is")) == b"een geheim dat lang is"
    assert not (tmp_path / "share").exists()
    with pytest.raises(BadQuestion, match="te kort"):
        secret_of(loaded(tmp_path, SAMENSPEL_SECRET="kort"))


def test_a_contact_goes_into_a_header_so_it_is_a_plain_mail_or_web_address(tmp_path: Path) -> None:
    for contact in ("beheer@example.org", "https://example.org/wie-zijn-wij", ""):
        assert loaded(tmp_path, SAMENSPEL_CONTACT=contact).contact == contact
    for contact in ("beheer", "a@b.nl\r\nCookie: x", "a b@c.nl", "a@b.nl)", "ë@b.nl", "a@b." + "n" * 200):
        with pytest.raises(BadQuestion, match="geen mailadres of webadres"):
            loaded(tmp_path, SAMENSPEL_CONTACT=contact)


def test_private_hosts_are_closed_unless_named_with_their_ports(tmp_path: Path) -> None:
    assert loaded(tmp_path).private_hosts == ()
    told = loaded(tmp_path, SAMENSPEL_PRIVATE_HOSTS="Wiki.intern, 127.0.0.1:8123,")
    assert told.private_hosts == ("wiki.intern:80", "wiki.intern:443", "127.0.0.1:8123")
    with pytest.raises(BadQuestion, match="poort"):
        loaded(tmp_path, SAMENSPEL_PRIVATE_HOSTS="wiki.intern:poort")
