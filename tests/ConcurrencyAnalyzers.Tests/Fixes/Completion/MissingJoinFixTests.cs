using ConcurrencyAnalyzers.CodeFixes.Completion;

namespace ConcurrencyAnalyzers.Tests.Fixes.Completion;

public class MissingJoinFixTests : FixTest<StandIn3001, MissingJoinFix>
{
    private static string In(string body) => $$"""
        class C
        {
            private void Work()
            {
            }

            public int Run(int n)
            {
                var sum = 0;
        {{body}}
            }
        }
        """;

    private static Task FixesIn(string body, string fixedBody) => Fixes(In(body), In(fixedBody));

    [Fact]
    public Task Joined_before_the_first_use_of_its_results() => FixesIn(
        """
                var worker = new Thread(() => sum = 1);
                [|worker.Start()|];

                // what came out
                var result = /*result*/sum;
                return result;
        """,
        """
                var worker = new Thread(() => sum = 1);
                worker.Start();

                worker.Join();
                // what came out
                var result = /*result*/sum;
                return result;
        """);

    [Fact]
    public Task Joined_at_the_end_before_the_jump() => FixesIn(
        """
                var a = new Thread(Work);
                var b = new Thread(Work);
                [|a.Start()|];
                [|b.Start()|];
                Console.WriteLine("started");
                return 0;
        """,
        """
                var a = new Thread(Work);
                var b = new Thread(Work);
                a.Start();
                b.Start();
                Console.WriteLine("started");
                a.Join();
                b.Join();
                return 0;
        """);

    [Fact]
    public Task A_thread_without_a_name_gets_one() => FixesIn(
        """
                [|new Thread(Work).Start()|]; // go
                [|new Thread(Work) { IsBackground = true }.Start()|];
                return 0;
        """,
        """
                var thread = new Thread(Work);
                thread.Start(); // go
                var thread2 = new Thread(Work) { IsBackground = true };
                thread2.Start();
                thread.Join();
                thread2.Join();
                return 0;
        """);

    [Fact]
    public Task Threads_that_a_loop_starts_are_joined_behind_it() => FixesIn(
        """
                for (int i = 0; i < n; i++)
                {
                    var worker = new Thread(Work);
                    [|worker.Start()|];
                }

                return /*result*/sum;
        """,
        """
                var threads = new List<Thread>();
                for (int i = 0; i < n; i++)
                {
                    var worker = new Thread(Work);
                    worker.Start();
                    threads.Add(worker);
                }

                foreach (var thread in threads)
                    thread.Join();
                return /*result*/sum;
        """);

    [Fact]
    public Task Nameless_threads_of_a_loop_without_braces() => FixesIn(
        """
                for (int i = 0; i < n; i++)
                    [|new Thread(Work).Start()|];
                return 0;
        """,
        """
                var threads = new List<Thread>();
                for (int i = 0; i < n; i++)
                {
                    var thread = new Thread(Work);
                    thread.Start();
                    threads.Add(thread);
                }
                foreach (var thread in threads)
                    thread.Join();
                return 0;
        """);

    [Fact]
    public Task A_list_of_threads_is_joined_as_a_whole() => FixesIn(
        """
                // group: threads
                var threads = new List<Thread>();
                for (int i = 0; i < n; i++)
                {
                    threads.Add(new Thread(Work));
                }
                foreach (var t in threads)
                    [|t.Start()|];
                Console.WriteLine("x");
                return 0;
        """,
        """
                // group: threads
                var threads = new List<Thread>();
                for (int i = 0; i < n; i++)
                {
                    threads.Add(new Thread(Work));
                }
                foreach (var t in threads)
                    t.Start();
                Console.WriteLine("x");
                foreach (var thread in threads)
                    thread.Join();
                return 0;
        """);

    [Fact]
    public Task An_array_of_threads_before_the_results_are_used() => FixesIn(
        """
                // group: pool
                var pool = new Thread[n];
                for (int i = 0; i < n; i++)
                {
                    pool[i] = new Thread(Work);
                    [|pool[i].Start()|];
                }
                Console.WriteLine("x");
                if (/*result*/sum > 1)
                    return 1;
                return 0;
        """,
        """
                // group: pool
                var pool = new Thread[n];
                for (int i = 0; i < n; i++)
                {
                    pool[i] = new Thread(Work);
                    pool[i].Start();
                }
                Console.WriteLine("x");
                foreach (var thread in pool)
                    thread.Join();
                if (/*result*/sum > 1)
                    return 1;
                return 0;
        """);

    [Fact]
    public Task A_list_that_is_started_by_ForEach_in_a_condition() => FixesIn(
        """
                // group: threads
                var threads = new List<Thread> { new(Work) };
                if (n > 1)
                {
                    threads.ForEach(t => [|t.Start()|]);
                }
                return 0;
        """,
        """
                // group: threads
                var threads = new List<Thread> { new(Work) };
                if (n > 1)
                {
                    threads.ForEach(t => t.Start());
                    foreach (var thread in threads)
                        thread.Join();
                }
                return 0;
        """);

    [Fact]
    public Task A_thread_that_was_made_is_started() => FixesIn(
        """
                var cleaner = [|new Thread(Work)|];
                cleaner.IsBackground = true;
                cleaner.Name = "cleaner";
                Console.WriteLine(cleaner.Name);
                cleaner.Join();
                return 0;
        """,
        """
                var cleaner = new Thread(Work);
                cleaner.IsBackground = true;
                cleaner.Name = "cleaner";
                cleaner.Start();
                Console.WriteLine(cleaner.Name);
                cleaner.Join();
                return 0;
        """);

    [Fact]
    public Task Top_level_code_joins_before_its_local_functions() => Fixes(
        """
        var worker = new Thread(Work);
        [|worker.Start()|];
        Console.WriteLine("started");

        static void Work()
        {
        }
        """,
        """
        var worker = new Thread(Work);
        worker.Start();
        Console.WriteLine("started");
        worker.Join();

        static void Work()
        {
        }
        """);

    [Fact]
    public Task Nothing_is_offered_where_the_end_of_the_block_may_not_be_reached() => Declines(In(
        """
                var worker = new Thread(Work);
                [|worker.Start()|];
                if (n > 0)
                    return 1;
                return 0;
        """));

    [Fact]
    public Task Nothing_is_offered_for_a_conditional_start() => Declines(In(
        """
                var worker = new Thread(Work);
                if (n > 0)
                    [|worker.Start()|];
                return 0;
        """));
}
