"""Signs of personal data and of tracking."""

import pytest

from generator.core.privacy import cleaned, traces


def found(text: str, *, is_phone: bool = False) -> list[tuple[str, str]]:
    """Gives the code and the piece of each trace."""
    return [(trace.code, trace.found) for trace in traces(text, is_phone=is_phone)]


@pytest.mark.parametrize(
    "mail", ["jan.peeters@school.be", "j.peeters@school.be", "vormingspunt@gmail.com", "an@telenet.be", "x@hotmail.nl"]
)
def test_personal_mail(mail: str) -> None:
    """A name with a point, or a mailbox of a provider, is probably a person's."""
    assert [("personal-mail", mail)] == found(f"Mail naar {mail}.")


@pytest.mark.parametrize(
    "mail",
    ["info@school.be", "info.gent@school.be", "ocbhelpdesk@vgc.be", "info@g-o.be", "vorming@home.kuleuven.be"],
)
def test_functional_mail(mail: str) -> None:
    """An address of an organisation is none."""
    assert [] == found(mail)


@pytest.mark.parametrize(
    "number", ["0478 12 34 56", "0478/12.34.56", "+32 478 12 34 56", "06-12345678", "+31 6 1234 5678"]
)
def test_mobile(number: str) -> None:
    """A mobile number is told wherever it stands."""
    assert [("personal-phone", number)] == found(f"bel An op {number}")
    assert [("personal-phone", number)] == found(number, is_phone=True)


def test_other_numbers() -> None:
    """Another number is told in a text, and not where numbers belong; years, prices and codes are no numbers."""
    assert ["personal-phone"] == [code for code, _ in found("Bel 02 123 45 67.")]
    assert [] == found("+32 2 123 45 67", is_phone=True)
    assert [] == found("Van 2019-2020 tot 2021-2022, € 1.250,00 voor 12 weken; ISBN 978-90-1234-567-8")
    assert [] == found("https://a.be/0478123456?id=0478123456")


@pytest.mark.parametrize(
    ("address", "clean"),
    [
        ("https://a.be/p?utm_source=x&utm_medium=mail", "https://a.be/p"),
        ("https://a.be/p?id=3&fbclid=abc#deel", "https://a.be/p?id=3#deel"),
        ("https://a.be/?gclid=1&q=leren%20lezen", "https://a.be/?q=leren+lezen"),
        ("https://www.google.com/url?q=https://b.be/x&sa=D", "https://b.be/x"),
        ("https://www.google.be/url?sa=t&url=https%3A%2F%2Fb.be%2Fx%3Futm_id%3D1", "https://b.be/x"),
        ("https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fb.be%2F&data=05", "https://b.be/"),
        ("https://l.facebook.com/l.php?u=https%3A%2F%2Fb.be%2F&h=1", "https://b.be/"),
    ],
)
def test_tracking(address: str, clean: str) -> None:
    """What only tells who sent somebody goes, and so does a detour; the rest stays."""
    (trace,) = traces(f"Zie {address} voor meer")

    assert ("url-tracking", clean) == (trace.code, trace.instead)


@pytest.mark.parametrize(
    "address", ["https://a.be/?page=2&lang=nl", "https://a.be/utm_source", "https://www.google.com/maps?q=Gent"]
)
def test_no_tracking(address: str) -> None:
    """What a page needs stays as it is, byte for byte."""
    assert address == cleaned(address)
