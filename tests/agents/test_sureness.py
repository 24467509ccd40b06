from datetime import date

import pytest

from agents.contracts import UnderstandRequest
from agents.sureness import is_sure, unread


def words_unread(text: str) -> float:
    return unread(UnderstandRequest(text=text, today=date(2027, 5, 1)))


@pytest.mark.parametrize(
    "text",
    [
        "What do I wear to a wedding in Lyon on 12 June? Under 150 euros, I like green.",
        "I need a black blazer for a job interview",
        "Une robe verte pour un mariage à Lyon en juin, moins de 150 euros",
        "六月去里昂参加婚礼穿什么，预算150欧",
    ],
)
def test_a_plain_order_is_read(text):
    assert words_unread(text) <= 1


@pytest.mark.parametrize(
    "text",
    [
        "Something that makes my mother-in-law stop comparing me with Brenda at the vernissage, slinky but demure",
        "Un truc qui claque pour épater la galerie au raout de ma belle-doche, genre dandy déglingué",
        "要那种让婆婆无话可说、又带点江湖气的打扮，去看昆曲票友会",
    ],
)
def test_what_is_told_in_words_of_ones_own_is_not(text):
    assert words_unread(text) > 1


def test_every_strange_word_makes_it_less_sure():
    plain, strange = "a blazer for a wedding", "a blazer for a wedding, very flumpy and quorvic"
    assert words_unread(plain) < words_unread(strange)
    assert words_unread(strange) - words_unread(plain) >= 2


def test_of_nothing_read_nobody_is_sure():
    assert words_unread("Zxqv plomf!") == float("inf")
    assert words_unread("") == float("inf")


def test_the_operator_says_how_sure_is_sure():
    request = UnderstandRequest(text="a green dress for a wedding", today=date(2027, 5, 1))
    assert is_sure(request, 1)
    assert not is_sure(request, -1)
