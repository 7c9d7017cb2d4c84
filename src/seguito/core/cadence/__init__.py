"""After the answer: outcomes, staying in touch, what was lacked and learned (T5.3 to T5.5)."""
