"""One round of Python's process pools. Prints 'name value' lines, like the other systems.

Usage: python_pools.py executor|pool GROUP...
"""
import concurrent.futures
import multiprocessing
import os
import signal
import statistics
import sys
import time

CONTEXT = multiprocessing.get_context("spawn")


def noop(x):
    return x


def size_of(data):
    return len(data)


def make(n):
    return bytes(n)


def pid(_):
    return os.getpid()


def spin(path):
    with open(path, "w") as f:
        f.write(str(os.getpid()))
    while True:
        pass


def say(name, value):
    print(f"{name} {value:.6g}", flush=True)


def percentile(times, p):
    return sorted(times)[min(len(times) - 1, int(len(times) * p))]


class Executor:
    def __init__(self, workers=2):
        self.pool = concurrent.futures.ProcessPoolExecutor(workers, mp_context=CONTEXT)

    def call(self, f, x):
        return self.pool.submit(f, x).result()

    def submit_all(self, f, n):
        for future in [self.pool.submit(f, i) for i in range(n)]:
            future.result()

    def map_all(self, f, n, chunk):
        return sum(1 for _ in self.pool.map(f, range(n), chunksize=chunk))

    def close(self):
        self.pool.shutdown(wait=True)


class Pool:
    def __init__(self, workers=2):
        self.pool = CONTEXT.Pool(workers)

    def call(self, f, x):
        return self.pool.apply(f, (x,))

    def submit_all(self, f, n):
        for result in [self.pool.apply_async(f, (i,)) for i in range(n)]:
            result.get()

    def map_all(self, f, n, chunk):
        return len(self.pool.map(f, range(n), chunksize=chunk))

    def close(self):
        self.pool.close()
        self.pool.join()


def repeat(count, action):
    times = []
    for _ in range(count):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return times


def private_mb(process):
    total = 0
    with open(f"/proc/{process}/smaps_rollup") as f:
        for line in f:
            if line.startswith("Private_Clean") or line.startswith("Private_Dirty"):
                total += int(line.split()[1])
    return total / 1024


def cpu_ms(process):
    with open(f"/proc/{process}/stat") as f:
        fields = f.read().rsplit(") ", 1)[1].split()
    return 10 * (int(fields[11]) + int(fields[12]))


def recover(path):
    executor = Executor(1)
    executor.call(noop, 0)
    times = []
    for _ in range(3):
        if os.path.exists(path):
            os.remove(path)
        executor.pool.submit(spin, path)
        while not os.path.exists(path) or os.path.getsize(path) == 0:
            time.sleep(0.001)
        time.sleep(0.05)
        with open(path) as f:
            victim = int(f.read())
        start = time.perf_counter()
        os.kill(victim, signal.SIGKILL)
        while True:
            try:
                executor.call(noop, 1)
                break
            except concurrent.futures.process.BrokenProcessPool:
                executor = Executor(1)
        times.append(time.perf_counter() - start)
    executor.close()
    return statistics.median(times)


def main():
    make_pool = {"executor": Executor, "pool": Pool}[sys.argv[1]]
    groups = sys.argv[2:]
    if "start" in groups:
        cpu = cpu_ms(os.getpid())
        start = time.perf_counter()
        pool = make_pool()
        pool.call(noop, 1)
        say("start", (time.perf_counter() - start) * 1e3)
        say("start_cpu", cpu_ms(os.getpid()) - cpu + sum(cpu_ms(p.pid) for p in multiprocessing.active_children()))
        pool.close()
    if "recover" in groups and make_pool is Executor:
        say("recover", recover(f"/tmp/recover-{os.getpid()}") * 1e3)
        os.remove(f"/tmp/recover-{os.getpid()}")

    if not {"memory", "trip", "submit", "map", "payload"}.intersection(groups):
        return
    pool = make_pool()
    for _ in range(200):
        pool.call(noop, 1)
    if "memory" in groups:
        time.sleep(0.3)
        say("memory", private_mb(pool.call(pid, 0)))
    if "trip" in groups:
        times = repeat(2000, lambda: pool.call(noop, 1))
        say("trip_p50", percentile(times, 0.5) * 1e6)
        say("trip_p99", percentile(times, 0.99) * 1e6)
    if "submit" in groups:
        n = 5000
        say("submit", n / min(repeat(5, lambda: pool.submit_all(noop, n))))
    if "map" in groups:
        n = 100_000
        best = 0
        for chunk in (64, 512, 2048, 10_000, 50_000):
            best = max(best, n / min(repeat(2, lambda: pool.map_all(noop, n, chunk))))
        say("map", best)
        say("map_stream", best)  # the same: it gives an iterator
    if "payload" in groups:
        for name, size, count in (("1", 1 << 20, 40), ("64", 64 << 20, 4)):
            data = os.urandom(size)
            gb = size / 1e9
            say(f"in_{name}", gb / statistics.median(repeat(count, lambda: pool.call(size_of, data))))
            say(f"out_{name}", gb / statistics.median(repeat(count, lambda: pool.call(make, size))))
    pool.close()


if __name__ == "__main__":
    main()
