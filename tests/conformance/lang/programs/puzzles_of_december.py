# conformance: stderr
# Parsing, grids, breadth-first search, Dijkstra, counters, windows; the last line asks for too much.
import re, collections, itertools, heapq
data = """2-4,6-8
2-3,4-5
5-7,7-9
2-8,3-7
6-6,4-6
2-6,4-8"""
n1 = n2 = 0
for line in data.splitlines():
    a, b, c, d = map(int, re.findall(r"\d+", line))
    n1 += (a <= c and b >= d) or (c <= a and d >= b)
    n2 += not (b < c or d < a)
print(n1, n2)
grid = ["#.##", "#..#", "##..", "...#"]
G = {complex_ if 0 else (r, c): ch for r, row in enumerate(grid) for c, ch in enumerate(row)}
def bfs(start, goal):
    q = collections.deque([(start, 0)]); seen = {start}
    while q:
        (r, c), d = q.popleft()
        if (r, c) == goal: return d
        for dr, dc in ((0,1),(1,0),(0,-1),(-1,0)):
            p = r+dr, c+dc
            if G.get(p) == "." and p not in seen: seen.add(p); q.append((p, d+1))
print(bfs((0,1),(3,0)), bfs((0,1),(9,9)))
def dijkstra(graph, s):
    dist = {s: 0}; pq = [(0, s)]
    while pq:
        d, u = heapq.heappop(pq)
        if d > dist.get(u, float("inf")): continue
        for v, w in graph.get(u, {}).items():
            if d + w < dist.get(v, float("inf")): dist[v] = d + w; heapq.heappush(pq, (d + w, v))
    return dist
print(dijkstra({"A": {"B": 1, "C": 4}, "B": {"C": 2, "D": 6}, "C": {"D": 3}}, "A"))
stacks = [list("NZ"), list("DCM"), list("P")]
print(["".join(s) for s in stacks], *zip(*["abc", "xyz"]), sep=" | ")
print(collections.Counter("mississippi").most_common(2), max(itertools.groupby("aabbbc"), key=lambda kg: len(list(kg[1])))[0])
print(sum(1 for a, b in itertools.pairwise([1,3,2,5,4]) if b > a), [*itertools.accumulate([1,2,3,4])], [*itertools.combinations("abc", 2)])
nums = [int(x) for x in "199 200 208 210 200 207 240 269 260 263".split()]
print(sum(b > a for a, b in zip(nums, nums[1:])), sum(c > a for a, c in zip(nums, nums[3:])))
print("\n".join("".join("█" if (x + y) % 2 else "░" for x in range(6)) for y in range(2)))
print(int("1011", 2), f"{11:08b}", bin(11)[2:].zfill(8), hex(255), int("ff", 16), "".join(sorted("hello", reverse=True)), "hello".translate(str.maketrans("el", "ip")))
m = [[1,2,3],[4,5,6]]; print([list(r) for r in zip(*m)], [r[::-1] for r in m], [x for r in m for x in r], [[0]*3 for _ in range(2)])
print(data.split("\n")[9])
