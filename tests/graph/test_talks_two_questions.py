"""Two questions in one turn are both answered; one alone is answered as before."""

import pytest

from agents.house.reading.both import questions_of
from tests.conftest import Talk


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("what is business casual and do I need a tie?", ("Business casual", "the tie")),
        ("what is smart casual and what is business casual?", ("Smart casual", "Business casual")),
        ("can I wear black to a wedding? and do I need a hat?", ("black", "You don't need one|Only if you like")),
        ("can I wear white to a wedding and are jeans ok?", ("bride", "jeans")),
        ("is navy ok for a funeral? and what shoes?", ("navy is", "heels")),
        ("le business casual, c'est quoi, et faut-il une cravate ?", ("bureau|col", "choix|oblig")),
        ("le bleu marine, ça va pour un enterrement ? et quelles chaussures ?", ("Oui", "escarpins")),
        ("什么是商务休闲？要打领带吗？", ("上身|商务休闲", "领带")),
        ("参加葬礼穿藏青可以吗？配什么鞋？", ("藏青", "高跟鞋")),
    ],
)
async def test_each_of_two_questions_has_its_answer(talk: Talk, text: str, told: tuple[str, ...]):
    reply = (await talk.say(text))["messages"][-1].text
    assert all(any(word in reply for word in words.split("|")) for words in told), reply


@pytest.mark.parametrize(
    "text",
    [
        "can I wear white to a wedding?",
        "a dress and shoes for a wedding?",
        "une robe et des bottes ?",
        "红色和绿色，好看吗？",
    ],
)
def test_one_question_is_not_parted(text: str):
    language = "zh" if "吗" in text else "fr" if "une" in text else "en"
    assert questions_of(text, language) == []


@pytest.mark.parametrize("text", ["le bleu marine, ça va pour un enterrement ?", "参加葬礼穿藏青可以吗？"])
async def test_whether_a_colour_may_be_worn_there_is_answered_in_words(talk: Talk, text: str):
    run = await talk.say(text)
    assert run["brief"]["intent"] == "ask_advice"
    assert run["messages"][-1].text.startswith(("Oui", "可以", "行", "没问题"))


@pytest.mark.parametrize("text", ["do I need a tie for business casual?", "faut-il une cravate en business casual ?"])
async def test_whether_a_code_asks_for_a_piece_is_answered(talk: Talk, text: str):
    reply = (await talk.say(text))["messages"][-1].text
    assert reply.startswith(("No", "Non", "Pas")) and "€" not in reply
