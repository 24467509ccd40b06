"""Tiny models with random weights, as folders that vLLM serves: Llama for text, Llava for text and pictures.

Run by the environment that has vLLM: `python tiny.py text|vision FOLDER WORDS...`, where WORDS are files that the
tokenizer learns from, so that our own prompts are short in it.
"""

import sys
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import (
    CLIPImageProcessorPil,
    CLIPVisionConfig,
    LlamaConfig,
    LlamaForCausalLM,
    LlavaConfig,
    LlavaForConditionalGeneration,
    LlavaProcessor,
    PreTrainedTokenizerFast,
)

WORDS = 1024
LONGEST = 32768
TEMPLATE = (
    "{% for message in messages %}<|{{ message['role'] }}|>"
    "{% if message['content'] is string %}{{ message['content'] }}{% else %}{% for part in message['content'] %}"
    "{% if part['type'] == 'image' %}<image>{% else %}{{ part['text'] }}{% endif %}{% endfor %}{% endif %}</s>"
    "{% endfor %}{% if add_generation_prompt %}<|assistant|>{% endif %}"
)
SPECIAL = ["<pad>", "<s>", "</s>", "<image>", "<|system|>", "<|user|>", "<|assistant|>"]
PATCH, SIDE = 8, 32


def tokenizer(files: list[str]) -> PreTrainedTokenizerFast:
    """Bytes, and pairs of them that are frequent in the files."""
    words = Tokenizer(models.BPE())
    words.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    words.decoder = decoders.ByteLevel()
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    words.train(files, trainers.BpeTrainer(vocab_size=WORDS, special_tokens=SPECIAL, initial_alphabet=alphabet))
    fast = PreTrainedTokenizerFast(
        tokenizer_object=words, bos_token="<s>", eos_token="</s>", pad_token="<pad>", model_max_length=LONGEST,
        extra_special_tokens={"image_token": "<image>"},
    )  # fmt: skip
    fast.chat_template = TEMPLATE
    return fast


def llama() -> LlamaConfig:
    """A head is as wide as vLLM's attention on processors needs: with 16 the engine dies at the first request."""
    return LlamaConfig(
        vocab_size=WORDS, hidden_size=64, intermediate_size=128, num_hidden_layers=2, num_attention_heads=2,
        num_key_value_heads=1, head_dim=32, max_position_embeddings=LONGEST, bos_token_id=1, eos_token_id=2,
        pad_token_id=0, architectures=["LlamaForCausalLM"],
    )  # fmt: skip


def text(folder: Path, files: list[str]) -> None:
    LlamaForCausalLM(llama()).save_pretrained(folder)
    tokenizer(files).save_pretrained(folder)


def vision(folder: Path, files: list[str]) -> None:
    sight = CLIPVisionConfig(
        hidden_size=32, intermediate_size=37, num_hidden_layers=3, num_attention_heads=4, image_size=SIDE,
        patch_size=PATCH, projection_dim=32,
    )  # fmt: skip
    image = SPECIAL.index("<image>")
    LlavaForConditionalGeneration(
        LlavaConfig(vision_config=sight, text_config=llama(), image_token_index=image)
    ).save_pretrained(folder)
    words = tokenizer(files)
    sees = CLIPImageProcessorPil(
        size={"shortest_edge": SIDE}, crop_size={"height": SIDE, "width": SIDE}, do_center_crop=True
    )
    LlavaProcessor(
        sees, words, patch_size=PATCH, vision_feature_select_strategy="default", chat_template=TEMPLATE,
        num_additional_image_tokens=1,
    ).save_pretrained(folder)  # fmt: skip


def name_the_weights_as_vllm_does(file: Path) -> None:
    """Transformers 5 left a level out of the names of the vision tower, which vLLM reads by their old ones."""
    old, new = "vision_tower.", "vision_tower.vision_model."
    weights = {
        name if new in name else name.replace(old, new): tensor.contiguous() for name, tensor in load_file(file).items()
    }
    save_file(weights, file, {"format": "pt"})


if __name__ == "__main__":
    torch.manual_seed(0)
    _, kind, where, *learned = sys.argv
    {"text": text, "vision": vision}[kind](Path(where), learned)
    if kind == "vision":
        name_the_weights_as_vllm_does(Path(where) / "model.safetensors")
