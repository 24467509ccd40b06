"""Talks that go back, after many answers, to the very first one."""

import pytest

FIRST = {
    "en": "what do I wear to a birthday dinner in Lyon on 12 June? I'm a woman",
    "fr": "que mettre pour un dîner d'anniversaire à Lyon le 12 juin ? je suis une femme",
    "zh": "6月12日在里昂的生日晚餐穿什么？我是女的",
}
NEXT = {
    "en": ["something else", "more formal", "something else please", "in blue", "no heels", "in red"],
    "fr": ["autre chose", "plus habillé", "autre chose encore", "en bleu", "sans talons", "en rouge"],
    "zh": ["换一套", "正式一点", "再换一套", "要蓝色的", "不要高跟鞋", "要红色的"],
}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "the very first one was the best"),
        ("en", "go back to the very first outfit"),
        ("fr", "finalement je préfère le tout premier"),
        ("fr", "reviens à la toute première tenue"),
        ("zh", "还是最开始那套吧"),
        ("zh", "最早的那套好"),
    ],
)
async def test_the_very_first_look_is_shown_again_however_long_ago_it_was(talk, language, text):
    first = await talk.say(FIRST[language])
    for said in NEXT[language]:
        await talk.say(said)
    again = await talk.say(text)
    assert [look["id"] for look in again["looks"]] == [first["looks"][0]["id"]]
    assert again["looks"][0]["items"] == first["looks"][0]["items"]
