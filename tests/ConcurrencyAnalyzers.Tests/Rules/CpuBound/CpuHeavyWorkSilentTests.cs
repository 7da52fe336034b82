namespace ConcurrencyAnalyzers.Tests.Rules.CpuBound;

public class CpuHeavyWorkSilentTests
{
    [Fact]
    public Task A_short_constant_loop() => CpuCase.Is("""
        Task M(int[] a) => Task.Run(() => { for (int i = 0; i < 1000; i++) a[i] = i * i; });
        """);

    [Fact]
    public Task A_nest_of_short_constant_loops() => CpuCase.Is("""
        Task M(int[,] a) => Task.Run(() => { for (int i = 0; i < 64; i++) for (int j = 0; j < 64; j++) a[i, j] = i * j; });
        """);

    [Fact]
    public Task A_nest_whose_callee_is_given_small_constants() => CpuCase.Is("""
        static int Fill(int n)
        {
            int sum = 0;
            for (int i = 0; i < n; i++)
                for (int j = 0; j < n; j++)
                    sum += i * j;
            return sum;
        }
        Task<int> M() => Task.Run(() => Fill(100));
        """);

    [Fact]
    public Task One_pass_over_the_data() => CpuCase.Is("""
        Task<int> M(int[] values) => Task.Run(() => { int sum = 0; foreach (var value in values) sum += value; return sum; });
        """);

    [Fact]
    public Task Items_of_items_are_one_pass_too() => CpuCase.Is("""
        record Order(List<int> Lines);
        Task<int> M(List<Order> orders) => Task.Run(() =>
        {
            int sum = 0;
            foreach (var order in orders)
                foreach (var line in order.Lines)
                    sum += line;
            return sum;
        });
        """);

    [Fact]
    public Task Words_of_lines_are_one_pass_too() => CpuCase.Is("""
        Task<int> M(string[] lines) => Task.Run(() =>
        {
            int words = 0;
            for (int i = 0; i < lines.Length; i++)
                foreach (var word in lines[i].Split(' '))
                    if (word.Length > 3)
                        words++;
            return words;
        });
        """);

    [Fact]
    public Task Passes_over_shared_data_under_its_lock() => CpuCase.Is("""
        readonly object _gate = new();
        readonly List<int> _cases = new();
        void Close(int id) { lock (_gate) { var index = _cases.FindIndex(c => c == id); if (index >= 0) _cases[index] = 0; } }
        Task M(List<int> ids) => Task.Run(() => { foreach (var id in ids) Close(id); });
        """);

    [Fact]
    public Task A_plan_made_again_when_somebody_was_faster() => CpuCase.Is("""
        readonly object _gate = new();
        readonly List<int> _taken = new();
        int _version;
        Task<int> M() => Task.Run(() =>
        {
            while (true)
            {
                int[] seen;
                int version;
                lock (_gate) { seen = _taken.ToArray(); version = _version; }
                int free = 0;
                foreach (var place in seen.OrderBy(p => p)) { if (place != free) break; free++; }
                lock (_gate)
                {
                    if (_version != version) continue;
                    _taken.Add(free);
                    _version++;
                    return free;
                }
            }
        });
        """);

    [Fact]
    public Task A_loop_that_counts_in_a_shared_table() => CpuCase.Is("""
        readonly ConcurrentDictionary<int, int> _counts = new();
        Task M() => Task.Run(() => { for (int i = 0; i < 1_000_000; i++) _counts.AddOrUpdate(i % 7, 1, (_, n) => n + 1); });
        """);

    [Fact]
    public Task Linq_in_one_pass() => CpuCase.Is("""
        record Person(string Name, int Age);
        Task<List<string>> M(List<Person> people) => Task.Run(() => people.Where(p => p.Age > 17).OrderBy(p => p.Name).Select(p => p.Name).ToList());
        """);

    [Fact]
    public Task A_small_literal_table_against_itself() => CpuCase.Is("""
        static readonly int[] s_table = { 1, 2, 3, 4, 5, 6 };
        Task<int> M() => Task.Run(() =>
        {
            int sum = 0;
            foreach (var a in s_table)
                foreach (var b in s_table)
                    sum += a * b;
            return sum;
        });
        """);

    [Fact]
    public Task A_loop_of_awaits() => CpuCase.Is("""
        Task M(HttpClient http, string[] urls) => Task.Run(async () =>
        {
            foreach (var a in urls)
                foreach (var b in urls)
                    await http.GetStringAsync(a + b);
        });
        """);

    [Fact]
    public Task A_retry_loop() => CpuCase.Is("""
        Task<string> M(HttpClient http) => Task.Run(async () =>
        {
            for (int attempt = 1; ; attempt++)
            {
                try { return await http.GetStringAsync("x"); }
                catch (HttpRequestException) when (attempt < 5) { await Task.Delay(100 * attempt); }
            }
        });
        """);

    [Fact]
    public Task A_poll_loop_that_sleeps() => CpuCase.Is("""
        private volatile bool _stop;
        private int _count;
        void M()
        {
            var worker = new Thread(() => { while (!_stop) { _count++; Thread.Sleep(100); } });
            worker.Start();
            worker.Join();
        }
        """);

    [Fact]
    public Task A_consumer_of_messages() => CpuCase.Is("""
        void M(BlockingCollection<string> queue, List<string> sink)
        {
            var worker = new Thread(() => { foreach (var item in queue.GetConsumingEnumerable()) sink.Add(item.Trim()); }) { IsBackground = true };
            worker.Start();
        }
        """);

    [Fact]
    public Task A_channel_reader() => CpuCase.Is("""
        Task M(System.Threading.Channels.ChannelReader<int> reader) => Task.Run(async () =>
        {
            long sum = 0;
            while (await reader.WaitToReadAsync())
                while (reader.TryRead(out var item))
                    sum += item;
        });
        """);

    [Fact]
    public Task A_dedicated_thread_that_waits_for_signals() => CpuCase.Is("""
        private readonly AutoResetEvent _signal = new(false);
        private int _handled;
        void M() => Task.Factory.StartNew(() =>
        {
            while (true)
            {
                _signal.WaitOne();
                for (int i = 0; i < 100; i++)
                    _handled += i;
            }
        }, TaskCreationOptions.LongRunning);
        """);

    [Fact]
    public Task Reading_a_file_line_by_line() => CpuCase.Is("""
        Task<int> M(string path) => Task.Run(() =>
        {
            int count = 0;
            using var reader = new StreamReader(path);
            while (reader.ReadLine() is { } line)
                if (line.Contains("error"))
                    count++;
            return count;
        });
        """);

    [Fact]
    public Task Reading_every_file_of_every_folder() => CpuCase.Is("""
        Task<long> M(string[] folders, string[] names) => Task.Run(() =>
        {
            long total = 0;
            foreach (var folder in folders)
                foreach (var name in names)
                    total += File.ReadAllBytes(Path.Combine(folder, name)).Length;
            return total;
        });
        """);

    [Fact]
    public Task Printing_a_table() => CpuCase.Is("""
        Task M(int n) => Task.Run(() =>
        {
            for (int i = 0; i < n; i++)
                for (int j = 0; j < n; j++)
                    Console.Write(i * j);
        });
        """);

    [Fact]
    public Task Counting_under_a_lock_is_about_sharing() => CpuCase.Is("""
        private readonly object _gate = new();
        private int _count;
        Task M() => Task.Run(() => { for (int i = 0; i < 10_000_000; i++) lock (_gate) _count++; });
        """);

    [Fact]
    public Task Counting_with_Interlocked_is_about_sharing() => CpuCase.Is("""
        private int _count;
        Task M() => Task.Run(() => { for (int i = 0; i < 10_000_000; i++) Interlocked.Increment(ref _count); });
        """);

    [Fact]
    public Task Filling_a_shared_dictionary_a_little() => CpuCase.Is("""
        Task M(ConcurrentDictionary<int, int> map) => Task.Run(() => { for (int i = 0; i < 10_000; i++) map[i] = i; });
        """);

    [Fact]
    public Task A_parallel_loop_in_synchronous_code() => CpuCase.Is("""
        void M(double[] values) => Parallel.For(0, values.Length, i =>
        {
            for (int j = 0; j < values.Length; j++)
                for (int k = 0; k < values.Length; k++)
                    values[i] += j * k;
        });
        """);

    [Fact]
    public Task A_parallel_query_in_synchronous_code() => CpuCase.Is(CpuCase.IsPrime + """
        int M(int n) => ParallelEnumerable.Range(2, n).Count(IsPrime);
        """);

    [Fact]
    public Task Heavy_work_on_the_caller_thread() => CpuCase.Is(CpuCase.IsPrime + """
        int M()
        {
            Task.Run(() => { });
            int count = 0;
            for (int n = 0; n < 10_000_000; n++)
                if (IsPrime(n))
                    count++;
            return count;
        }
        """);

    [Fact]
    public Task Small_Fibonacci() => CpuCase.Is("""
        static long Fib(int n) => n < 2 ? n : Fib(n - 1) + Fib(n - 2);
        Task<long> M() => Task.Run(() => Fib(15));
        """);

    [Fact]
    public Task Walking_a_tree() => CpuCase.Is("""
        sealed class Node { public Node? Left, Right; public int Value; }
        static int Sum(Node? node) => node is null ? 0 : node.Value + Sum(node.Left) + Sum(node.Right);
        Task<int> M(Node root) => Task.Run(() => Sum(root));
        """);

    [Fact]
    public Task Walking_a_tree_of_children() => CpuCase.Is("""
        sealed class Node { public List<Node> Children { get; } = []; public int Value; }
        static int Depth(Node node, int depth)
        {
            int deepest = depth;
            foreach (var child in node.Children)
                deepest = Math.Max(deepest, Depth(child, depth + 1));
            return deepest;
        }
        Task<int> M(Node root) => Task.Run(() => Depth(root, 0));
        """);

    [Fact]
    public Task A_binary_search() => CpuCase.Is("""
        static int Find(int[] sorted, int wanted)
        {
            int low = 0, high = sorted.Length;
            while (low < high)
            {
                int middle = (low + high) / 2;
                if (sorted[middle] < wanted) low = middle + 1; else high = middle;
            }
            return low;
        }
        Task<int> M(int[] sorted, int[] wanted) => Task.Run(() => { int sum = 0; foreach (var one in wanted) sum += Find(sorted, one); return sum; });
        """);

    [Fact]
    public Task Hashing_one_buffer() => CpuCase.Is("""
        Task<byte[]> M(byte[] data) => Task.Run(() => SHA256.HashData(data));
        """);

    [Fact]
    public Task Sorting_a_list() => CpuCase.Is("""
        Task M(List<int> values) => Task.Run(() => values.Sort());
        """);

    [Fact]
    public Task Draining_a_queue() => CpuCase.Is("""
        Task<int> M(Queue<int> queue) => Task.Run(() => { int sum = 0; while (queue.Count > 0) sum += queue.Dequeue(); return sum; });
        """);

    [Fact]
    public Task Unknown_code_in_the_loop_proves_nothing() => CpuCase.Is("""
        interface IStep { void Apply(int a, int b); }
        Task M(IStep step, int n) => Task.Run(() =>
        {
            for (int i = 0; i < n; i++)
                for (int j = 0; j < n; j++)
                    step.Apply(i, j);
        });
        """);

    [Fact]
    public Task A_database_in_the_loop() => CpuCase.Is("""
        Task M(System.Data.Common.DbCommand command, int n) => Task.Run(() =>
        {
            for (int i = 0; i < n; i++)
                for (int j = 0; j < n; j++)
                    command.ExecuteNonQuery();
        });
        """);

    [Fact]
    public Task A_loop_that_only_starts_work() => CpuCase.Is("""
        Task M(int n) => Task.Run(() =>
        {
            var tasks = new List<Task>();
            for (int i = 0; i < 100; i++)
                tasks.Add(Task.Run(() => Console.WriteLine("x")));
            Task.WaitAll(tasks.ToArray());
        });
        """);

    [Fact]
    public Task A_loop_that_throws_expensively() => CpuCase.Is("""
        static string Explain(int[] a) { string s = ""; foreach (var x in a) foreach (var y in a) s += x * y; return s; }
        Task M(int[] a) => Task.Run(() => { foreach (var x in a) if (x < 0) throw new InvalidOperationException(Explain(a)); });
        """);

    [Fact]
    public Task A_compare_and_swap_loop() => CpuCase.Is("""
        private long _value;
        Task M(long max) => Task.Run(() =>
        {
            while (true)
            {
                long old = Interlocked.Read(ref _value);
                if (old >= max || Interlocked.CompareExchange(ref _value, max, old) == old)
                    return;
            }
        });
        """);

    [Fact]
    public Task Spinning_on_a_flag_is_another_rule() => CpuCase.Is("""
        private bool _done;
        private int _spins;
        void M() { var t = new Thread(() => { while (!_done) _spins++; }); t.Start(); t.Join(); }
        """);

    [Fact]
    public Task A_plain_state_machine_over_text() => CpuCase.Is("""
        Task<int> M(string text) => Task.Run(() =>
        {
            int pos = 0, count = 0;
            while (true)
            {
                if (pos >= text.Length)
                    return count;
                switch (text[pos++]) { case ',': count++; break; case '"': pos++; break; }
            }
        });
        """);
}
