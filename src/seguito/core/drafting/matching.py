"""The cheapest way to give every row a column of its own."""

from collections.abc import Sequence

_FAR = float("inf")


def cheapest(costs: Sequence[Sequence[int]]) -> list[int]:
    """For each row its column, no column twice, at the least sum of costs (the Hungarian method, O(rows² · columns)).

    There are at least as many columns as rows. Of equally cheap ways the same input always gives the same one.
    """
    rows, columns = len(costs), len(costs[0]) if costs else 0
    row_price, column_price = [0.0] * (rows + 1), [0.0] * (columns + 1)
    row_of = [0] * (columns + 1)  # rows and columns count from 1; column 0 holds the row that looks for one
    for row in range(1, rows + 1):
        row_of[0] = row
        column = 0
        least, before, tried = [_FAR] * (columns + 1), [0] * (columns + 1), [False] * (columns + 1)
        while row_of[column]:
            tried[column] = True
            seeker, step, following = row_of[column], _FAR, 0
            for other in range(1, columns + 1):
                if tried[other]:
                    continue
                cost = costs[seeker - 1][other - 1] - row_price[seeker] - column_price[other]
                if cost < least[other]:
                    least[other], before[other] = cost, column
                if least[other] < step:
                    step, following = least[other], other
            for other in range(columns + 1):
                if tried[other]:
                    row_price[row_of[other]] += step
                    column_price[other] -= step
                else:
                    least[other] -= step
            column = following
        while column:
            row_of[column], column = row_of[before[column]], before[column]
    found = {row_of[column]: column - 1 for column in range(1, columns + 1) if row_of[column]}
    return [found[row] for row in range(1, rows + 1)]
