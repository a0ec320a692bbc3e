# Floats and attributes: planets that pull at one another.
class Body:
    def __init__(self, x, y, z, vx, vy, vz, mass):
        self.x, self.y, self.z = x, y, z
        self.vx, self.vy, self.vz = vx, vy, vz
        self.mass = mass


BODIES = [
    Body(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 39.47841760435743),
    Body(4.84143144246472, -1.16032004402742, -0.10362204447112, 0.60632639299, 2.8119868449, -0.02521836165, 0.03769367487),
    Body(8.34336671824457, 4.1247985641243, -0.4035234171143, -1.01077434617, 1.82566237123, 0.00841576137, 0.01128632613),
    Body(12.8943695621391, -15.1111514016986, -0.22330757889265, 1.08279100644, 0.86871301816, -0.01083263740, 0.00172372405),
    Body(15.3796971148509, -25.9193146099879, 0.17925877295037, 0.97909073224, 0.59469899864, -0.03475595555, 0.00203368686),
]
PAIRS = [(a, b) for i, a in enumerate(BODIES) for b in BODIES[i + 1:]]


def advance(dt, steps):
    for _ in range(steps):
        for a, b in PAIRS:
            dx = a.x - b.x
            dy = a.y - b.y
            dz = a.z - b.z
            distance = dx * dx + dy * dy + dz * dz
            magnitude = dt / (distance * distance ** 0.5)
            pull = b.mass * magnitude
            a.vx -= dx * pull
            a.vy -= dy * pull
            a.vz -= dz * pull
            pull = a.mass * magnitude
            b.vx += dx * pull
            b.vy += dy * pull
            b.vz += dz * pull
        for body in BODIES:
            body.x += dt * body.vx
            body.y += dt * body.vy
            body.z += dt * body.vz


def energy():
    total = 0.0
    for body in BODIES:
        total += 0.5 * body.mass * (body.vx ** 2 + body.vy ** 2 + body.vz ** 2)
    for a, b in PAIRS:
        total -= a.mass * b.mass / ((a.x - b.x) ** 2 + (a.y - b.y) ** 2 + (a.z - b.z) ** 2) ** 0.5
    return total


advance(0.01, 20000)
print("%.6f" % energy())
