namespace ConcurrencyAnalyzers.Tests.Rules.CpuBound;

public class CpuHeavyWorkTests
{
    [Fact]
    public Task A_long_constant_loop_in_Task_Run() => CpuCase.Is("""
        Task<long> M() => [|Task.Run|](() =>
        {
            long sum = 0;
            for (int i = 0; i < 100_000_000; i++)
                sum += i;
            return sum;
        });
        """);

    [Fact]
    public Task Counting_primes_up_to_a_constant_through_a_callee() => CpuCase.Is(CpuCase.IsPrime + """
        static int Count(int limit)
        {
            int count = 0;
            for (int n = 2; n < limit; n++)
                if (IsPrime(n))
                    count++;
            return count;
        }
        Task<int> M() => [|Task.Run|](() => Count(5_000_000));
        """);

    [Fact]
    public Task Counting_primes_up_to_a_parameter() => CpuCase.Is(CpuCase.IsPrime + """
        static int Count(int limit)
        {
            int count = 0;
            for (int n = 2; n < limit; n++)
                if (IsPrime(n))
                    count++;
            return count;
        }
        Task<int> M(int limit) => [|Task.Run|](() => Count(limit));
        """);

    [Fact]
    public Task A_sieve() => CpuCase.Is("""
        static int Sieve(int limit)
        {
            var composite = new bool[limit + 1];
            int count = 0;
            for (int n = 2; n <= limit; n++)
            {
                if (composite[n])
                    continue;
                count++;
                for (long m = (long)n * n; m <= limit; m += n)
                    composite[m] = true;
            }
            return count;
        }
        Task<int> M(int limit) => [|Task.Run|](() => Sieve(limit));
        """);

    [Fact]
    public Task A_thread_that_multiplies_matrices() => CpuCase.Is("""
        static void Multiply(double[,] a, double[,] b, double[,] c, int n)
        {
            for (int i = 0; i < n; i++)
                for (int j = 0; j < n; j++)
                {
                    double sum = 0;
                    for (int k = 0; k < n; k++)
                        sum += a[i, k] * b[k, j];
                    c[i, j] = sum;
                }
        }
        void M(double[,] a, double[,] b, double[,] c, int n)
        {
            var worker = [|new Thread|](() => Multiply(a, b, c, n));
            worker.Start();
            worker.Join();
        }
        """);

    [Fact]
    public Task A_thread_on_a_method_group() => CpuCase.Is("""
        private int _size;
        private double _total;
        void Work()
        {
            for (int x = 0; x < _size; x++)
                for (int y = 0; y < _size; y++)
                    _total += Math.Sqrt(x * x + y * y);
        }
        void M()
        {
            var worker = [|new Thread|](Work);
            worker.Start();
            worker.Join();
        }
        """);

    [Fact]
    public Task A_thread_with_ThreadStart_and_a_target_typed_new() => CpuCase.Is("""
        static double s_total;
        static void Work() { for (int i = 0; i < 50_000_000; i++) s_total += Math.Sin(i); }
        void M()
        {
            Thread worker = [|new|](new ThreadStart(Work)) { IsBackground = true };
            worker.Start();
            worker.Join();
        }
        """);

    [Fact]
    public Task Threads_that_share_a_range() => CpuCase.Is(CpuCase.IsPrime + """
        int M(int limit, int count)
        {
            int total = 0;
            var threads = new Thread[count];
            int chunk = limit / count;
            for (int t = 0; t < count; t++)
            {
                int from = t * chunk, to = (t + 1) * chunk;
                threads[t] = [|new Thread|](() =>
                {
                    int found = 0;
                    for (int n = from; n < to; n++)
                        if (IsPrime(n))
                            found++;
                    Interlocked.Add(ref total, found);
                });
                threads[t].Start();
            }
            foreach (var thread in threads)
                thread.Join();
            return total;
        }
        """);

    [Fact]
    public Task A_pool_work_item_that_simulates() => CpuCase.Is("""
        void M(double[] bodies, int steps)
        {
            [|ThreadPool.QueueUserWorkItem|](_ =>
            {
                for (int step = 0; step < steps; step++)
                    for (int i = 0; i < bodies.Length; i++)
                        bodies[i] += 0.5 * bodies[(i + 1) % bodies.Length];
            });
        }
        """);

    [Fact]
    public Task StartNew_with_LongRunning_still_computes() => CpuCase.Is("""
        Task M(int[] data) => [|Task.Factory.StartNew|](() =>
        {
            for (int i = 0; i < data.Length; i++)
                for (int j = 0; j + 1 < data.Length - i; j++)
                    if (data[j] > data[j + 1])
                        (data[j], data[j + 1]) = (data[j + 1], data[j]);
        }, TaskCreationOptions.LongRunning);
        """);

    [Fact]
    public Task Naive_Fibonacci() => CpuCase.Is("""
        static long Fib(int n) => n < 2 ? n : Fib(n - 1) + Fib(n - 2);
        Task<long> M(int n) => [|Task.Run|](() => Fib(n));
        Task<long> M() => [|Task.Run|](() => Fib(42));
        """);

    [Fact]
    public Task Backtracking_over_columns() => CpuCase.Is("""
        static int Solve(int[] queens, int row)
        {
            if (row == queens.Length)
                return 1;
            int count = 0;
            for (int column = 0; column < queens.Length; column++)
            {
                bool safe = true;
                for (int r = 0; r < row; r++)
                    if (queens[r] == column || Math.Abs(queens[r] - column) == row - r)
                        safe = false;
                if (!safe)
                    continue;
                queens[row] = column;
                count += Solve(queens, row + 1);
            }
            return count;
        }
        Task<int> M(int n) => [|Task.Run|](() => Solve(new int[n], 0));
        """);

    [Fact]
    public Task Game_tree_search() => CpuCase.Is("""
        record Board(int[] Cells)
        {
            public IEnumerable<Board> Moves() => Cells.Select(c => new Board(Cells));
            public int Score() => Cells.Sum();
        }
        static int Search(Board board, int depth)
        {
            if (depth == 0)
                return board.Score();
            int best = int.MinValue;
            foreach (var next in board.Moves())
                best = Math.Max(best, -Search(next, depth - 1));
            return best;
        }
        Task<int> M(Board board, int depth) => [|Task.Run|](() => Search(board, depth));
        """);

    [Fact]
    public Task Collatz_chains() => CpuCase.Is("""
        Task<int> M(int limit) => [|Task.Run|](() =>
        {
            int longest = 0;
            for (int start = 1; start < limit; start++)
            {
                long n = start;
                int length = 1;
                while (n != 1)
                {
                    n = n % 2 == 0 ? n / 2 : 3 * n + 1;
                    length++;
                }
                longest = Math.Max(longest, length);
            }
            return longest;
        });
        """);

    [Fact]
    public Task Mandelbrot_with_constants() => CpuCase.Is("""
        const int Width = 1920, Height = 1080;
        static int Escape(double x, double y)
        {
            double zx = 0, zy = 0;
            int i = 0;
            while (zx * zx + zy * zy < 4 && i < 1000)
            {
                (zx, zy) = (zx * zx - zy * zy + x, 2 * zx * zy + y);
                i++;
            }
            return i;
        }
        Task<int[]> M() => [|Task.Run|](() =>
        {
            var image = new int[Width * Height];
            for (int y = 0; y < Height; y++)
                for (int x = 0; x < Width; x++)
                    image[y * Width + x] = Escape(x * 3.0 / Width - 2, y * 2.0 / Height - 1);
            return image;
        });
        """);

    [Fact]
    public Task Edit_distances_of_all_words() => CpuCase.Is("""
        static int Distance(string a, string b)
        {
            var row = new int[b.Length + 1];
            for (int i = 1; i <= a.Length; i++)
                for (int j = 1; j <= b.Length; j++)
                    row[j] = Math.Min(row[j - 1] + 1, row[j] + (a[i - 1] == b[j - 1] ? 0 : 1));
            return row[b.Length];
        }
        Task<string?> M(List<string> words, string wanted) => [|Task.Run|](() => words.MinBy(word => Distance(word, wanted)));
        """);

    [Fact]
    public Task Stretching_a_key_with_a_constant_number_of_rounds() => CpuCase.Is("""
        Task<byte[]> M(byte[] secret) => [|Task.Run|](() =>
        {
            byte[] hash = secret;
            for (int i = 0; i < 500_000; i++)
                hash = SHA256.HashData(hash);
            return hash;
        });
        """);

    [Fact]
    public Task Deriving_a_key_from_a_password() => CpuCase.Is("""
        Task<byte[]> M(string password, byte[] salt) =>
            [|Task.Run|](() => Rfc2898DeriveBytes.Pbkdf2(password, salt, 600_000, HashAlgorithmName.SHA256, 32));
        """);

    [Fact]
    public Task Mining_a_nonce() => CpuCase.Is("""
        Task<int> M(byte[] header) => [|Task.Run|](() =>
        {
            for (int nonce = 0; ; nonce++)
            {
                BitConverter.TryWriteBytes(header, nonce);
                using var sha = SHA256.Create();
                byte[] hash = sha.ComputeHash(header);
                if (hash[0] == 0 && hash[1] == 0)
                    return nonce;
            }
        });
        """);

    [Fact]
    public Task Monte_Carlo() => CpuCase.Is("""
        Task<double> M() => [|Task.Run|](() =>
        {
            var random = new Random(1);
            int inside = 0;
            const int Rounds = 10_000_000;
            for (int i = 0; i < Rounds; i++)
            {
                double x = random.NextDouble(), y = random.NextDouble();
                if (x * x + y * y <= 1)
                    inside++;
            }
            return 4.0 * inside / Rounds;
        });
        """);

    [Fact]
    public Task Linq_over_a_long_range() => CpuCase.Is(CpuCase.IsPrime + """
        Task<int> M() => [|Task.Run|](() => Enumerable.Range(2, 3_000_000).Count(IsPrime));
        """);

    [Fact]
    public Task Linq_over_all_pairs() => CpuCase.Is("""
        record Point(double X, double Y);
        Task<double> M(List<Point> points) => [|Task.Run|](() =>
            (from a in points from b in points select Math.Sqrt((a.X - b.X) * (a.X - b.X) + (a.Y - b.Y) * (a.Y - b.Y))).Max());
        """);

    [Fact]
    public Task A_local_function_that_is_heavy() => CpuCase.Is("""
        Task<int> M(int[] values)
        {
            return [|Task.Run|](Best);

            int Best()
            {
                int best = 0;
                foreach (var a in values)
                    foreach (var b in values)
                        best = Math.Max(best, a ^ b);
                return best;
            }
        }
        """);

    [Fact]
    public Task A_delegate_kept_in_a_local() => CpuCase.Is("""
        Task<double> M(double[] values)
        {
            Func<double> work = () =>
            {
                double sum = 0;
                for (int i = 0; i < values.Length; i++)
                    for (int j = 0; j < i; j++)
                        sum += values[i] * values[j];
                return sum;
            };
            return [|Task.Run|](work);
        }
        """);

    [Fact]
    public Task A_function_handed_to_the_callee() => CpuCase.Is("""
        static double Integrate(Func<double, double> f, int steps)
        {
            double sum = 0;
            for (int i = 0; i < steps; i++)
                sum += f(i / (double)steps);
            return sum / steps;
        }
        Task<double> M() => [|Task.Run|](() => Integrate(x => Math.Exp(-x * x), 20_000_000));
        """);

    [Fact]
    public Task A_method_of_an_object() => CpuCase.Is("""
        sealed class World
        {
            private readonly bool[,] _cells = new bool[2000, 2000];
            public void Step()
            {
                for (int x = 0; x < 2000; x++)
                    for (int y = 0; y < 2000; y++)
                        _cells[x, y] = !_cells[(x + 1) % 2000, y];
            }
        }
        Task M(World world, int generations) => [|Task.Run|](() =>
        {
            for (int i = 0; i < generations; i++)
                world.Step();
        });
        """);

    [Fact]
    public Task An_interface_with_one_implementation() => CpuCase.Is("""
        interface IScorer { double Score(int[] items); }
        sealed class Scorer : IScorer
        {
            public double Score(int[] items)
            {
                double sum = 0;
                foreach (var a in items)
                    foreach (var b in items)
                        sum += Math.Pow(a, 0.5) * b;
                return sum;
            }
        }
        Task<double> M(IScorer scorer, int[] items) => [|Task.Run|](() => scorer.Score(items));
        """);

    [Fact]
    public Task Computing_between_two_awaits() => CpuCase.Is("""
        Task M(string path, int n) => [|Task.Run|](async () =>
        {
            string text = await File.ReadAllTextAsync(path);
            long sum = text.Length;
            for (int i = 0; i < n; i++)
                for (int j = 0; j < n; j++)
                    sum = sum * 31 + i * j;
            await File.WriteAllTextAsync(path, sum.ToString());
        });
        """);

    [Fact]
    public Task A_computation_that_can_be_cancelled() => CpuCase.Is("""
        Task<long> M(int n, CancellationToken cancel) => [|Task.Run|](() =>
        {
            long sum = 0;
            for (int i = 0; i < n; i++)
            {
                cancel.ThrowIfCancellationRequested();
                for (int j = 0; j < n; j++)
                    sum += i ^ j;
            }
            return sum;
        }, cancel);
        """);

    [Fact]
    public Task A_continuation_that_computes() => CpuCase.Is("""
        Task<int> M(Task<int[]> loaded) => [|loaded.ContinueWith|](done =>
        {
            var values = done.Result;
            int best = 0;
            for (int i = 0; i < values.Length; i++)
                for (int j = i + 1; j < values.Length; j++)
                    best = Math.Max(best, values[i] * values[j]);
            return best;
        });
        """);

    [Fact]
    public Task A_task_made_first_and_started_later() => CpuCase.Is("""
        void M(int n)
        {
            var task = [|new Task|](() =>
            {
                int x = 0;
                for (int i = 0; i < n; i++)
                    for (int j = 0; j < n; j++)
                        x ^= i * j;
            });
            task.Start();
            task.Wait();
        }
        """);

    [Fact]
    public Task Heavy_work_for_every_message_of_a_queue() => CpuCase.Is("""
        Task M(BlockingCollection<int[]> jobs) => [|Task.Run|](() =>
        {
            foreach (var job in jobs.GetConsumingEnumerable())
            {
                for (int i = 0; i < job.Length; i++)
                    for (int j = 0; j < job.Length; j++)
                        job[i] ^= job[j] * 31;
            }
        });
        """);

    [Fact]
    public Task Big_integers() => CpuCase.Is("""
        Task<System.Numerics.BigInteger> M() => [|Task.Run|](() =>
        {
            System.Numerics.BigInteger product = 1;
            for (int i = 2; i < 200_000; i++)
                product *= i;
            return product;
        });
        """);

    [Fact]
    public Task The_message_says_how_much_and_what_a_process_buys() => CSharpAnalyzerVerifier<ConcurrencyAnalyzers.Rules.CpuBound.CpuHeavyWork>.VerifyAnalyzerAsync("""
        class C
        {
            Task M(int n) => {|#0:Task.Run|}(() =>
            {
                int x = 0;
                for (int i = 0; i < n; i++)
                    for (int j = 0; j < n; j++)
                        x ^= i;
            });
        }
        """, CSharpAnalyzerVerifier<ConcurrencyAnalyzers.Rules.CpuBound.CpuHeavyWork>.Diagnostic().WithLocation(0).WithArguments("n² · 7", "a pool thread for all that time"));

    [Fact]
    public Task A_pass_for_every_item_with_the_result_put_under_a_lock() => CpuCase.Is("""
        readonly object _gate = new();
        long _total;
        Task M(int[] xs) => [|Task.Run|](() =>
        {
            long sum = 0;
            foreach (var x in xs)
                foreach (var y in xs)
                    sum += x * y;
            lock (_gate) _total += sum;
        });
        """);

    [Fact]
    public Task A_loop_that_takes_its_items_under_a_lock_and_computes_outside() => CpuCase.Is("""
        readonly object _gate = new();
        readonly Queue<int[]> _queue = new();
        long _total;
        Task M() => [|Task.Run|](() =>
        {
            while (true)
            {
                int[] xs;
                lock (_gate) { if (_queue.Count == 0) return; xs = _queue.Dequeue(); }
                long sum = 0;
                foreach (var x in xs)
                    foreach (var y in xs)
                        sum += x * y;
                lock (_gate) _total += sum;
            }
        });
        """);
}
