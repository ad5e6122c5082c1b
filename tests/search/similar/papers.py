"""Texts that are alike, more or less."""

from __future__ import annotations

import random

SENTENCE = (
    "thi đua khen thưởng nhà trường giáo viên học sinh phong trào danh hiệu thành tích đổi mới "
    "sáng tạo dạy học lớp tổ năm kế hoạch tổng kết xét tặng hội đồng cấp huyện tỉnh bộ công tác "
    "nhiệm vụ tổ chức thực hiện báo cáo kiểm tra đánh giá chất lượng nội dung biện pháp kết quả"
)
WORDS = SENTENCE.split()


def text(seed, length=400):
    """A text of its own for each seed: words that everybody uses, in an order nobody else has."""
    chance = random.Random(seed)
    return " ".join(chance.choice(WORDS) for _ in range(length))


def edited(words, share, seed=1):
    """The same text with this share of its sentences (twenty words) written anew."""
    chance = random.Random(seed)
    parts = words.split()
    sentences = [parts[place : place + 20] for place in range(0, len(parts), 20)]
    for place in chance.sample(range(len(sentences)), round(len(sentences) * share)):
        sentences[place] = text(f"{seed}-{place}", 20).split()
    return " ".join(" ".join(sentence) for sentence in sentences)
