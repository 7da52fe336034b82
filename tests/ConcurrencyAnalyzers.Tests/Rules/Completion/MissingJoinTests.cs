using VerifyCS = ConcurrencyAnalyzers.Testing.CSharpAnalyzerVerifier<ConcurrencyAnalyzers.Rules.Completion.MissingJoin>;

namespace ConcurrencyAnalyzers.Tests.Rules.Completion;

/// <summary>Threads whose results are used too early or that never run, each beside the nearest code that is right.</summary>
public class MissingJoinTests
{
    private static Task Check(string members) => VerifyCS.VerifyAnalyzerAsync($$"""
        using System.Collections.Concurrent;
        using System.Diagnostics;

        class Shop(Func<int, int> price)
        {
            private readonly int[] _items = [1, 2, 3];
            private int _total;
            private Thread? _worker;

            private int Price(int item) => price(item);

        {{members}}
        }
        """);

    [Fact]
    public Task A_captured_result_read_without_join() => Check("""
        int M()
        {
            var sum = 0;
            var worker = new Thread(() => sum = _items.Sum(Price));
            {|CONC3001:worker.Start|}();
            return sum;
        }
        """);

    [Fact]
    public Task A_captured_result_read_after_join_is_fine() => Check("""
        int M()
        {
            var sum = 0;
            var worker = new Thread(() => sum = _items.Sum(Price));
            worker.Start();
            worker.Join();
            return sum;
        }
        """);

    [Fact]
    public Task A_result_read_before_the_join() => Check("""
        void M()
        {
            var sum = 0;
            var worker = new Thread(() => sum = _items.Sum(Price));
            {|CONC3001:worker.Start|}();
            Console.WriteLine(sum);
            worker.Join();
        }
        """);

    [Fact]
    public Task Progress_shown_before_the_join_is_fine() => Check("""
        void M()
        {
            var done = 0;
            var worker = new Thread(() => { foreach (var item in _items) { Price(item); Interlocked.Increment(ref done); } });
            worker.Start();
            Console.WriteLine(Volatile.Read(ref done));
            worker.Join();
            Console.WriteLine(done);
        }
        """);

    [Fact]
    public Task A_sleep_is_no_join() => Check("""
        int M()
        {
            var sum = 0;
            var worker = new Thread(() => sum = _items.Sum(Price));
            {|CONC3001:worker.Start|}();
            Thread.Sleep(100);
            return sum;
        }
        """);

    [Fact]
    public Task A_delay_is_no_join() => Check("""
        async Task<int> M()
        {
            var sum = 0;
            var worker = new Thread(() => sum = _items.Sum(Price));
            {|CONC3001:worker.Start|}();
            await Task.Delay(100);
            return sum;
        }
        """);

    [Fact]
    public Task A_thread_without_a_name() => Check("""
        int M()
        {
            var sum = 0;
            {|CONC3001:new Thread(() => sum = _items.Sum(Price)).Start|}();
            return sum;
        }
        """);

    [Fact]
    public Task A_background_thread_whose_result_is_read() => Check("""
        int M()
        {
            var sum = 0;
            var worker = new Thread(() => sum = _items.Sum(Price)) { IsBackground = true };
            {|CONC3001:worker.Start|}();
            return sum;
        }
        """);

    [Fact]
    public Task A_thread_whose_results_nobody_reads_is_fine() => Check("""
        void M() { var worker = new Thread(() => Console.WriteLine(_items.Sum(Price))); worker.Start(); Console.WriteLine("started"); }
        """);

    [Fact]
    public Task A_field_written_by_a_method_and_read_behind_start() => Check("""
        void Work() => _total = _items.Sum(Price);
        int M()
        {
            var worker = new Thread(Work);
            {|CONC3001:worker.Start|}();
            return _total;
        }
        """);

    [Fact]
    public Task A_field_read_by_a_called_method() => Check("""
        void Work() => _total = _items.Sum(Price);
        void Print() => Console.WriteLine(_total);
        void M()
        {
            var worker = new Thread(Work);
            {|CONC3001:worker.Start|}();
            Print();
        }
        """);

    [Fact]
    public Task A_field_read_by_a_method_called_after_the_join_is_fine() => Check("""
        void Work() => _total = _items.Sum(Price);
        void Print() => Console.WriteLine(_total);
        void M()
        {
            var worker = new Thread(Work);
            worker.Start();
            worker.Join();
            Print();
        }
        """);

    [Fact]
    public Task A_result_read_by_the_caller() => Check("""
        void Load()
        {
            var worker = new Thread(() => _total = _items.Sum(Price));
            {|CONC3001:worker.Start|}();
        }
        void M() { Load(); Console.WriteLine(_total); }
        """);

    [Fact]
    public Task A_result_of_another_object_read_by_the_caller() => Check("""
        class Loader(int[] items)
        {
            public int Total { get; private set; }
            public void Load() { var worker = new Thread(() => Total = items.Sum()); {|CONC3001:worker.Start|}(); }
        }
        int M() { var loader = new Loader(_items); loader.Load(); return loader.Total; }
        """);

    [Fact]
    public Task A_worker_in_a_field_whose_result_the_caller_reads() => Check("""
        class Loader(int[] items)
        {
            private Thread? _thread;
            private int _total;
            public int Total => _total;
            public void Load() { _thread = new Thread(() => _total = items.Sum()); {|CONC3001:_thread.Start|}(); }
        }
        int M() { var loader = new Loader(_items); loader.Load(); return loader.Total; }
        """);

    [Fact]
    public Task A_worker_in_a_field_that_the_caller_waits_for_is_fine() => Check("""
        class Loader(int[] items)
        {
            private Thread? _thread;
            private int _total;
            public int Total => _total;
            public void Load() { _thread = new Thread(() => _total = items.Sum()); _thread.Start(); }
            public void Finish() => _thread?.Join();
        }
        int M() { var loader = new Loader(_items); loader.Load(); loader.Finish(); return loader.Total; }
        """);

    [Fact]
    public Task A_file_measured_before_it_is_written() => Check("""
        long M(string path)
        {
            var worker = new Thread(() => { using var writer = new StreamWriter(path); writer.WriteLine("all"); });
            {|CONC3001:worker.Start|}();
            return new FileInfo(path).Length;
        }
        """);

    [Fact]
    public Task A_result_passed_to_the_thread_and_read_without_join() => Check("""
        static void Fill(object? state) { if (state is List<int> prices) prices.Add(1); }
        void M(List<int> prices)
        {
            var worker = new Thread(Fill);
            {|CONC3001:worker.Start|}(prices);
            Console.WriteLine(prices.Count);
        }
        """);

    [Fact]
    public Task A_result_that_the_caller_does_not_read_is_fine() => Check("""
        void Load() { var worker = new Thread(() => _total = _items.Sum(Price)); worker.Start(); }
        void M() { Load(); Console.WriteLine("loading"); }
        """);

    [Fact]
    public Task A_list_filled_by_threads_that_nobody_joins() => Check("""
        List<int> M()
        {
            var prices = new List<int>();
            foreach (var item in _items)
            {
                var worker = new Thread(() => { lock (prices) prices.Add(Price(item)); });
                {|CONC3001:worker.Start|}();
            }
            return prices;
        }
        """);

    [Fact]
    public Task A_list_of_threads_that_nobody_joins() => Check("""
        int M()
        {
            var prices = new ConcurrentBag<int>();
            var workers = new List<Thread>();
            foreach (var item in _items)
                workers.Add(new Thread(() => prices.Add(Price(item))));
            foreach (var worker in workers)
                {|CONC3001:worker.Start|}();
            return prices.Sum();
        }
        """);

    [Fact]
    public Task A_list_of_threads_joined_in_a_loop_is_fine() => Check("""
        int M()
        {
            var prices = new ConcurrentBag<int>();
            var workers = new List<Thread>();
            foreach (var item in _items)
            {
                var worker = new Thread(() => prices.Add(Price(item)));
                worker.Start();
                workers.Add(worker);
            }
            foreach (var worker in workers)
                worker.Join();
            return prices.Sum();
        }
        """);

    [Fact]
    public Task A_list_of_threads_joined_by_for_each_is_fine() => Check("""
        int M()
        {
            var prices = new ConcurrentBag<int>();
            var workers = _items.Select(item => new Thread(() => prices.Add(Price(item)))).ToList();
            workers.ForEach(worker => worker.Start());
            workers.ForEach(worker => worker.Join());
            return prices.Sum();
        }
        """);

    [Fact]
    public Task A_selection_of_threads_that_nobody_joins() => Check("""
        int M()
        {
            var prices = new ConcurrentBag<int>();
            var workers = _items.Select(item => new Thread(() => prices.Add(Price(item)))).ToList();
            workers.ForEach(worker => {|CONC3001:worker.Start|}());
            return prices.Sum();
        }
        """);

    [Fact]
    public Task An_array_of_threads_that_nobody_joins() => Check("""
        int[] M()
        {
            var prices = new int[_items.Length];
            var workers = new Thread[_items.Length];
            for (var i = 0; i < workers.Length; i++)
            {
                var index = i;
                workers[i] = new Thread(() => prices[index] = Price(_items[index]));
                {|CONC3001:workers[i].Start|}();
            }
            return prices;
        }
        """);

    [Fact]
    public Task An_array_of_threads_joined_is_fine() => Check("""
        int[] M()
        {
            var prices = new int[_items.Length];
            var workers = new Thread[_items.Length];
            for (var i = 0; i < workers.Length; i++)
            {
                var index = i;
                workers[i] = new Thread(() => prices[index] = Price(_items[index]));
                workers[i].Start();
            }
            for (var i = 0; i < workers.Length; i++)
                workers[i].Join();
            return prices;
        }
        """);

    [Fact]
    public Task Threads_joined_by_a_helper_are_fine() => Check("""
        static void JoinAll(IEnumerable<Thread> threads) { foreach (var thread in threads) thread.Join(); }
        static void StartAll(Thread[] threads) => Array.ForEach(threads, thread => thread.Start());
        int M()
        {
            var sum = 0;
            Thread[] workers = [new Thread(() => sum = Price(1))];
            StartAll(workers);
            JoinAll(workers);
            return sum;
        }
        """);

    [Fact]
    public Task Two_threads_one_of_which_is_joined() => Check("""
        int M()
        {
            int first = 0, second = 0;
            var a = new Thread(() => first = Price(1));
            var b = new Thread(() => second = Price(2));
            a.Start();
            {|CONC3001:b.Start|}();
            a.Join();
            return first + second;
        }
        """);

    [Fact]
    public Task Only_the_last_thread_of_a_loop_is_joined() => Check("""
        int M()
        {
            var sum = 0;
            Thread? worker = null;
            foreach (var item in _items)
            {
                worker = new Thread(() => Interlocked.Add(ref sum, Price(item)));
                {|CONC3001:worker.Start|}();
            }
            worker!.Join();
            return sum;
        }
        """);

    [Fact]
    public Task Every_thread_of_a_loop_is_joined_in_its_turn_is_fine() => Check("""
        int M()
        {
            var sum = 0;
            foreach (var item in _items)
            {
                var worker = new Thread(() => sum += Price(item));
                worker.Start();
                worker.Join();
            }
            return sum;
        }
        """);

    [Fact]
    public Task A_join_with_a_time_limit_that_nobody_checks() => Check("""
        int M()
        {
            var sum = 0;
            var worker = new Thread(() => sum = _items.Sum(Price));
            {|CONC3001:worker.Start|}();
            worker.Join(1000);
            return sum;
        }
        """);

    [Fact]
    public Task A_join_with_a_time_limit_that_is_checked_is_fine() => Check("""
        int M()
        {
            var sum = 0;
            var worker = new Thread(() => sum = _items.Sum(Price));
            worker.Start();
            if (!worker.Join(1000))
                throw new TimeoutException();
            return sum;
        }
        """);

    [Theory]
    [InlineData("var done = new ManualResetEventSlim();", "done.Set();", "done.Wait();")]
    [InlineData("var done = new ManualResetEvent(false);", "done.Set();", "done.WaitOne();")]
    [InlineData("var done = new CountdownEvent(1);", "done.Signal();", "done.Wait();")]
    [InlineData("var done = new Barrier(2);", "done.SignalAndWait();", "done.SignalAndWait();")]
    [InlineData("var done = new SemaphoreSlim(0);", "done.Release();", "done.Wait();")]
    [InlineData("var done = new TaskCompletionSource();", "done.SetResult();", "done.Task.Wait();")]
    [InlineData("var done = new object();", "lock (done) Monitor.Pulse(done);", "lock (done) while (sum == 0) Monitor.Wait(done);")]
    [InlineData("var done = new BlockingCollection<int>();", "done.Add(1);", "done.Take();")]
    [InlineData("var done = false;", "Volatile.Write(ref done, true);", "while (!Volatile.Read(ref done)) Thread.Sleep(1);")]
    [InlineData("", "", "while (worker.IsAlive) Thread.Sleep(1);")]
    public Task A_signal_orders_the_reading(string declare, string set, string wait) => Check($$"""
        int M()
        {
            var sum = 0;
            {{declare}}
            var worker = new Thread(() => { sum = _items.Sum(Price); {{set}} });
            worker.Start();
            {{wait}}
            return sum;
        }
        """);

    [Fact]
    public Task A_thread_never_started() => Check("void M() { var worker = {|CONC3001:new Thread|}(() => Price(1)); worker.IsBackground = true; worker.Name = \"prices\"; }");

    [Fact]
    public Task A_thread_made_and_dropped() => Check("void M() { _ = {|CONC3001:new Thread|}(() => Price(1)) { IsBackground = true }; }");

    [Fact]
    public Task A_thread_joined_but_never_started() => Check("void M() { var worker = {|CONC3001:new Thread|}(() => Price(1)); worker.Join(); }");

    [Fact]
    public Task A_thread_returned_or_handed_on_is_fine() => Check("""
        Thread Make() => new(() => Price(1));
        Thread MakeNamed() { var worker = new Thread(() => Price(1)); worker.Name = "prices"; return worker; }
        void Give(Action<Thread> start) { var worker = new Thread(() => Price(1)); start(worker); }
        """);

    [Fact]
    public Task A_field_never_started() => Check("void M() { _worker = {|CONC3001:new Thread|}(() => Price(1)); } void Stop() { _worker?.Join(); }");

    [Fact]
    public Task A_field_started_elsewhere_is_fine() => Check("void M() { _worker = new Thread(() => Price(1)); } void Begin() => _worker!.Start(); void Stop() => _worker?.Join();");

    [Fact]
    public Task A_list_of_threads_never_started() => Check("""
        void M()
        {
            var workers = new List<Thread>();
            foreach (var item in _items)
                workers.Add({|CONC3001:new Thread|}(() => Price(item)));
            Console.WriteLine(workers.Count);
        }
        """);

    [Fact]
    public Task A_worker_in_a_field_that_runs_until_it_is_stopped_is_fine() => Check("""
        private volatile bool _stopping;
        void Begin() { _worker = new Thread(Loop) { IsBackground = true }; _worker.Start(); Console.WriteLine(_total); }
        void Loop() { while (!_stopping) { _total += Price(1); Thread.Sleep(10); } }
        """);

    [Fact]
    public Task A_worker_that_watches_a_token_is_fine() => Check("""
        int M(CancellationToken stop)
        {
            new Thread(() => { while (!stop.IsCancellationRequested) _total++; }).Start();
            return _total;
        }
        """);

    [Fact]
    public Task A_consumer_of_a_queue_is_fine() => Check("""
        private readonly BlockingCollection<int> _queue = new();
        int M()
        {
            new Thread(() => { foreach (var item in _queue.GetConsumingEnumerable()) _total += item; }).Start();
            return _total;
        }
        """);

    [Fact]
    public Task A_worker_joined_by_another_method_is_fine() => Check("""
        void Begin() { _worker = new Thread(() => _total = _items.Sum(Price)); _worker.Start(); Console.WriteLine(_total); }
        int End() { _worker!.Join(); return _total; }
        """);

    [Fact]
    public Task A_worker_in_a_field_that_nobody_joins() => Check("""
        int M()
        {
            _worker = new Thread(() => _total = _items.Sum(Price));
            {|CONC3001:_worker.Start|}();
            return _total;
        }
        """);

    [Fact]
    public Task A_monitor_loop_is_fine() => Check("""
        void M()
        {
            new Thread(() => { foreach (var item in _items) _total += Price(item); }).Start();
            while (true) { Thread.Sleep(1000); Console.WriteLine(_total); }
        }
        """);

    [Fact]
    public Task A_race_with_a_loop_before_the_join_is_not_a_missing_join() => Check("""
        int M()
        {
            var count = 0;
            var worker = new Thread(() => { for (var i = 0; i < 1000; i++) count++; });
            worker.Start();
            for (var i = 0; i < 1000; i++)
                count++;
            worker.Join();
            return count;
        }
        """);

    [Fact]
    public Task A_return_in_the_branch_that_starts_is_fine() => Check("""
        int M(bool later)
        {
            if (later)
            {
                new Thread(() => _total = Price(1)).Start();
                return -1;
            }
            return _total;
        }
        """);

    [Fact]
    public Task A_file_read_before_it_is_written() => Check("""
        string M(string path)
        {
            var worker = new Thread(() => File.WriteAllText(path, "all"));
            {|CONC3001:worker.Start|}();
            return File.ReadAllText(path);
        }
        """);

    [Fact]
    public Task Another_file_is_fine() => Check("""
        string M(string path, string other)
        {
            new Thread(() => File.WriteAllText(path, "all")).Start();
            return File.ReadAllText(other);
        }
        """);

    [Fact]
    public Task A_lazy_query_over_what_threads_fill() => Check("""
        int M()
        {
            var prices = new int[2];
            var a = new Thread(() => prices[0] = Price(1));
            var b = new Thread(() => prices[1] = Price(2));
            {|CONC3001:a.Start|}();
            {|CONC3001:b.Start|}();
            return _items.Select(item => prices[item % 2]).Sum();
        }
        """);

    [Fact]
    public Task An_exit_code_read_without_a_wait() => Check("""
        int M() { using var tool = {|CONC3001:Process.Start|}("tool", "--all"); return tool.ExitCode; }
        """);

    [Fact]
    public Task An_exit_code_read_after_a_wait_is_fine() => Check("""
        int M() { using var tool = Process.Start("tool", "--all"); tool.WaitForExit(); return tool.ExitCode; }
        async Task<int> N() { using var tool = Process.Start("tool", "--all"); await tool.WaitForExitAsync(); return tool.ExitCode; }
        """);

    [Fact]
    public Task A_process_made_and_started_whose_exit_code_is_read() => Check("""
        int M()
        {
            using var tool = new Process { StartInfo = new ProcessStartInfo("tool") };
            {|CONC3001:tool.Start|}();
            return tool.ExitCode;
        }
        """);

    [Fact]
    public Task A_file_that_a_process_writes() => Check("""
        string M() { {|CONC3001:Process.Start|}("tool", "-o out.txt"); return File.ReadAllText("out.txt"); }
        """);

    [Fact]
    public Task A_file_that_a_process_has_written_is_fine() => Check("""
        string M() { Process.Start("tool", "-o out.txt")!.WaitForExit(); return File.ReadAllText("out.txt"); }
        """);

    [Fact]
    public Task Output_of_a_process_read_to_its_end_is_fine() => Check("""
        string M() { using var tool = Process.Start(new ProcessStartInfo("tool") { RedirectStandardOutput = true })!; return tool.StandardOutput.ReadToEnd(); }
        """);

    [Fact]
    public Task Output_collected_by_a_handler_and_read_at_once() => Check("""
        string M()
        {
            var text = new System.Text.StringBuilder();
            using var tool = new Process { StartInfo = new ProcessStartInfo("tool") { RedirectStandardOutput = true } };
            tool.OutputDataReceived += (_, e) => text.AppendLine(e.Data);
            {|CONC3001:tool.Start|}();
            tool.BeginOutputReadLine();
            return text.ToString();
        }
        """);

    [Fact]
    public Task A_thread_joined_by_a_local_function_is_fine() => Check("""
        int M()
        {
            var sum = 0;
            var worker = new Thread(() => sum = _items.Sum(Price));
            worker.Start();
            Finish();
            return sum;
            void Finish() => worker.Join();
        }
        """);

    [Fact]
    public Task A_file_read_beside_a_process_that_is_waited_for_later_is_fine() => Check("""
        void M() { using var server = Process.Start("server"); Console.WriteLine(File.ReadAllText("conf")); server.WaitForExit(); }
        """);

    [Fact]
    public Task A_process_launched_for_the_user_is_fine() => Check("void M() { Process.Start(new ProcessStartInfo(\"https://example.org\") { UseShellExecute = true }); }");

    [Fact]
    public Task A_process_never_started() => Check("void M() { var tool = {|CONC3001:new Process|} { StartInfo = new ProcessStartInfo(\"tool\") }; tool.WaitForExit(); }");

    [Fact]
    public Task A_program_that_ends_before_its_background_thread() => VerifyCS.VerifyAnalyzerAsync("""
        Run();
        static void Run()
        {
            var worker = new Thread(() => Console.WriteLine("numbers")) { IsBackground = true };
            {|CONC3001:worker.Start|}();
            Console.WriteLine("printed");
        }
        """);

    [Fact]
    public Task A_program_that_waits_for_a_key_is_fine() => VerifyCS.VerifyAnalyzerAsync("""
        var worker = new Thread(() => Console.WriteLine("numbers")) { IsBackground = true };
        worker.Start();
        Console.ReadLine();
        """);

    [Fact]
    public Task The_message_names_the_thread_the_result_and_the_reader() => VerifyCS.VerifyAnalyzerAsync(
        "class C { int M() { var sum = 0; var worker = new Thread(() => sum = 1); {|#0:worker.Start|}(); return {|#1:sum|}; } }",
        VerifyCS.Diagnostic().WithLocation(0).WithLocation(1)
            .WithMessage("The thread 'worker' is started and nobody waits for it: 'sum' is read while 'M' cannot know whether the work is done")
            .WithProperty("conc.handle", "worker").WithProperty("conc.handleShape", "single").WithProperty("conc.joinBefore", "96+3"));
}
