# deque and heapq: breadth-first search on a grid, shortest ways, events in the order of their time.
import heapq
from collections import deque


def breadth_first(width, height):
    walls = {y * width + x for x in range(width) for y in range(height) if (x * 7 + y * 13) % 5 == 0 and (x, y) != (0, 0)}
    distance = {0: 0}
    waiting = deque([(0, 0)], 10_000)
    while waiting:
        x, y = waiting.popleft()
        for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            to_x, to_y = x + dx, y + dy
            cell = to_y * width + to_x
            if 0 <= to_x < width and 0 <= to_y < height and cell not in walls and cell not in distance:
                distance[cell] = distance[y * width + x] + 1
                waiting.append((to_x, to_y))
    return len(distance), max(distance.values())


def shortest(n):
    edges = {i: [((i * 3 + 1) % n, i % 7 + 1), ((i * 5 + 2) % n, i % 11 + 1), ((i + 1) % n, 5)] for i in range(n)}
    best = {}
    heap = [(0, 0)]
    while heap:
        cost, node = heapq.heappop(heap)
        if node in best:
            continue
        best[node] = cost
        for target, weight in edges[node]:
            if target not in best:
                heapq.heappush(heap, (cost + weight, target))
    return sum(best.values())


def ring(n):
    queue = deque((), n)
    for i in range(n):
        queue.append(i)
    total = 0
    for i in range(n):
        total += queue.popleft() * (i & 3)
    return total


print(breadth_first(170, 170), shortest(20_000), ring(150_000))
