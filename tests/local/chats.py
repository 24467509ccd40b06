"""Tiny chat models as folders: random ones of text and of pictures, and one that says what it learnt by heart."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import torch
from tokenizers import Tokenizer, decoders, models, pre_tokenizers
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

from tests.vllm import tiny

ROOT = Path(__file__).resolve().parents[2]
LEARNED = [str(path) for path in sorted(ROOT.glob("prompts/*.md"))]
# What is said after a first question, and what after a second, begins with another word.
FIRST, AGAIN, END = "<|first|>", "<|again|>", "</s>"
TURNS = "{% for message in messages %}{{ message['content'] }}{% endfor %}"
BEGINS = "{% if messages|length > 2 %}<|again|>{% else %}<|first|>{% endif %}"
NO_SYSTEM = "{% if messages[0]['role'] == 'system' %}{{ raise_exception('no system role') }}{% endif %}"


def random_text(folder: Path) -> Path:
    torch.manual_seed(0)
    tiny.text(folder, LEARNED)
    return folder


def random_eyes(folder: Path) -> Path:
    torch.manual_seed(0)
    tiny.vision(folder, LEARNED)
    return folder


def by_heart(folder: Path, first: Sequence[str], again: Sequence[str] = (), *, knows_system: bool = True) -> Path:
    """A Llama whose every next word follows from the last one alone, so no word may come twice."""
    said = [FIRST, *first, END], [AGAIN, *again, END]
    words = sorted({*pre_tokenizers.ByteLevel.alphabet()}) + [word for text in said for word in text[:-1]] + [END]
    number = {word: place for place, word in enumerate(words)}
    assert len(number) == len(words)
    speaker(number, [pair for text in said for pair in pairwise(text)]).save_pretrained(folder)
    tongue(words, number, TURNS if knows_system else NO_SYSTEM + TURNS).save_pretrained(folder)
    return folder


def speaker(number: dict[str, int], pairs: list[tuple[str, str]]) -> LlamaForCausalLM:
    size = len(number) + len(number) % 2
    model = LlamaForCausalLM(LlamaConfig(
        vocab_size=size, hidden_size=size, intermediate_size=8, num_hidden_layers=1, num_attention_heads=1,
        num_key_value_heads=1, head_dim=8, max_position_embeddings=65536, bos_token_id=None,
        eos_token_id=number[END], pad_token_id=number[END],
    ))  # fmt: skip
    model.generation_config.eos_token_id = number[END]
    with torch.no_grad():
        for weight in model.parameters():
            weight.zero_()
        model.model.norm.weight.fill_(1)
        model.model.embed_tokens.weight.copy_(torch.eye(size))
        for last, following in pairs:
            model.lm_head.weight[number[following], number[last]] = 9
    return model


def tongue(words: list[str], number: dict[str, int], template: str) -> PreTrainedTokenizerFast:
    letters = Tokenizer(models.BPE(vocab={word: number[word] for word in words}, merges=[]))
    letters.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    letters.decoder = decoders.ByteLevel()
    letters.add_special_tokens([FIRST, AGAIN, END])
    letters.add_tokens([word for word in words if len(word) > 1 and word not in {FIRST, AGAIN, END}])
    fast = PreTrainedTokenizerFast(tokenizer_object=letters, eos_token=END, pad_token=END)
    fast.chat_template = template + "{% if add_generation_prompt %}" + BEGINS + "{% endif %}"
    return fast
