"""Small facts about numbers, checked by running this file.

Problem: What is the greatest common divisor of 252 and 105?
"""

from math import gcd, isqrt


def closed_form(n: int) -> int:
    # Problem: Find the general term of the sequence 3, 7, 11, 15.
    return 4 * n - 1


def golden() -> float:
    # thunk: Solve x^2 = x + 1
    return (1 + 5**0.5) / 2


assert gcd(252, 105) == 21
assert [closed_form(n) for n in range(1, 5)] == [3, 7, 11, 15]
assert isqrt(round(golden() ** 4)) == 2
