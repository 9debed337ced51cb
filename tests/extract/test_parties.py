"""Who is bound, towards whom, and who said so."""

import pytest

from commitrack.extract.countries import load_parties
from tests.extract.reading import read, read_one


def by(text: str) -> tuple[str, ...]:
    return [found for found in read(text) if found.is_tracked][-1].by


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("South Korea", "KR"), ("ROK", "KR"), ("Republic of Korea", "KR"), ("Seoul", "KR"),
        ("North Korea", "KP"), ("DPRK", "KP"), ("Taiwan", "TW"), ("Kosovo", "XK"),
        ("U.S.", "US"), ("United States", "US"), ("American", "US"), ("Washington", "US"),
        ("UK", "GB"), ("British", "GB"), ("London", "GB"), ("Turkey", "TR"), ("Argentine", "AR"),
        ("Dutch", "NL"), ("Kyiv", "UA"), ("Tokyo", "JP"), ("European Union", "EU"),
        ("NATO", "NATO"), ("United Nations", "UN"),
    ],
)  # fmt: skip
def test_a_country_or_an_institution_has_its_code(name: str, code: str) -> None:
    assert load_parties("en")[name] == code


@pytest.mark.parametrize("name", ["US$", "us", "Victoria", "Male", "IN", "Island"])
def test_what_is_mostly_no_country_is_none(name: str) -> None:
    assert name not in load_parties("en")


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        pytest.param("Japan will lift the ban.", ("JP",), id="a country"),
        pytest.param("Tokyo will lift the ban.", ("JP",), id="a capital"),
        pytest.param("The Japanese side will lift the ban.", ("JP",), id="a side"),
        pytest.param(
            "Japanese Foreign Minister Aoi Mori will visit Rome.", ("JP",), id="an office"
        ),
        pytest.param("The U.S. and Mexico agreed to reopen the bridge.", ("US", "MX"), id="two"),
        pytest.param("Bank of China will close a branch.", ("Bank of China",), id="a bank"),
        pytest.param(
            "American Airlines will drop the route.", ("American Airlines",), id="a firm's name"
        ),
        pytest.param("Until then officials will read it.", ("officials",), id="an adverb before"),
        pytest.param("Exporters who want more will pay.", ("Exporters",), id="who"),
        pytest.param("Mr. Jordan will resign.", ("Jordan",), id="a person"),
        pytest.param("French fries will be sold.", (), id="a dish"),
        pytest.param("Iran's army will test a missile.", ("IR",), id="a country's army"),
        pytest.param(
            "Peru and Chile met. Both sides agreed to open a road.", ("PE", "CL"), id="both sides"
        ),
        pytest.param("Acme is in Bonn. The company will move.", ("Acme",), id="the company"),
        pytest.param("Acme said it will move.", ("Acme",), id="it"),
        pytest.param("“We will move,” said Acme.", ("Acme",), id="we"),
        pytest.param("Two plants will be closed by Acme.", ("Acme",), id="in the passive"),
        pytest.param("Acme's plants will be closed.", ("Acme",), id="an owner"),
        pytest.param(
            "Acme agreed with Orbita to share a depot.", ("Acme", "Orbita"), id="with another"
        ),
    ],
)
def test_who_is_bound(text: str, parties: tuple[str, ...]) -> None:
    assert set(by(text)) == set(parties)


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("Brazil urged Peru to open the road.", ("PE",)),
        ("Canada will impose duties on India.", ("IN",)),
        ("Canada will open an office.", ()),
    ],
)
def test_towards_whom(text: str, to: tuple[str, ...]) -> None:
    assert read_one(text).to == to


def test_who_said_it_is_told_when_it_is_another() -> None:
    found = read_one("Ann Lee said that Acme will open a depot.")

    assert (found.by, found.stated_by, found.via) == (("Acme",), "Ann Lee", None)


def test_whose_account_it_is() -> None:
    found = read_one("Acme will open a depot, according to the Daily Post.")

    assert (found.by, found.stated_by, found.via) == (("Acme",), None, "Daily Post")


def test_the_day_of_the_words_is_kept() -> None:
    found = read_one("Acme said on Monday that it will open a depot.")

    assert str(found.said) == "2024-02-05"
    assert found.dates == ()


def test_what_is_agreed_to_may_stand_in_the_sentence_before() -> None:
    wish, agreement = read(
        "Ghana expressed its hope that a joint fleet would be built soon. "
        "The Togolese side expressed its agreement."
    )

    assert (wish.kind.value, agreement.kind.value) == ("hope", "agreement")
    assert agreement.by == ("TG",)
    assert agreement.title == wish.title
