using ConcurrencyAnalyzers.CodeFixes.Completion;

namespace ConcurrencyAnalyzers.Tests.Fixes.Completion;

public class UnobservedTaskFixTests : FixTest<StandIn3002, UnobservedTaskFix>
{
    [Fact]
    public Task Awaited_where_it_is_made() => Fixes(
        """
        class C
        {
            private Task SaveAsync(int n) => Task.Delay(n);

            public async Task RunAsync()
            {
                await SaveAsync(0);
                /*lost*/[|SaveAsync(1)|]; // one
                _ = /*lost*/[|SaveAsync(2)|];
            }
        }
        """,
        """
        class C
        {
            private Task SaveAsync(int n) => Task.Delay(n);

            public async Task RunAsync()
            {
                await SaveAsync(0);
                /*lost*/await SaveAsync(1); // one
                await SaveAsync(2);
            }
        }
        """);

    [Fact]
    public Task The_method_and_its_callers_become_async() => Fixes(
        """
        class C
        {
            private Task SaveAsync(int n) => Task.Delay(n);

            private void Save(int n)
            {
                /*lost*/[|SaveAsync(n)|];
            }

            private int Count()
            {
                Save(1);
                return 1;
            }

            public async Task<string> RunAsync() => Count().ToString();

            internal static void Main()
            {
                var c = new C();
                c.Save(2);
            }
        }
        """,
        """
        class C
        {
            private Task SaveAsync(int n) => Task.Delay(n);

            private async Task Save(int n)
            {
                /*lost*/await SaveAsync(n);
            }

            private async Task<int> Count()
            {
                await Save(1);
                return 1;
            }

            public async Task<string> RunAsync() => (await Count()).ToString();

            internal static async Task Main()
            {
                var c = new C();
                await c.Save(2);
            }
        }
        """);

    [Fact]
    public Task Top_level_code_and_its_local_functions() => Fixes(
        """
        Save(1);
        Console.WriteLine("saved");

        static void Save(int n)
        {
            /*lost*/[|Task.Delay(n)|];
        }
        """,
        """
        await Save(1);
        Console.WriteLine("saved");

        static async Task Save(int n)
        {
            /*lost*/await Task.Delay(n);
        }
        """);

    [Fact]
    public Task A_method_that_returns_a_task_keeps_its_signature() => Fixes(
        """
        public class C
        {
            public Task RunAsync(int n)
            {
                /*lost*/[|Task.Delay(n)|];
                if (n > 1)
                    return Task.CompletedTask;
                return Task.Delay(1);
            }

            public Task<int> CountAsync(int n)
            {
                /*lost*/[|Task.Delay(n)|];
                if (n > 1)
                    return Task.FromResult(n);
                return CountAsync(n - 1);
            }
        }
        """,
        """
        public class C
        {
            public async Task RunAsync(int n)
            {
                /*lost*/await Task.Delay(n);
                if (n > 1)
                    return;
                await Task.Delay(1);
            }

            public async Task<int> CountAsync(int n)
            {
                /*lost*/await Task.Delay(n);
                if (n > 1)
                    return n;
                return await CountAsync(n - 1);
            }
        }
        """);

    [Fact]
    public Task The_files_habit_of_ConfigureAwait_is_kept() => Fixes(
        """
        class C
        {
            public async Task RunAsync()
            {
                await Task.Delay(1).ConfigureAwait(false);
                /*lost*/[|Task.Delay(2)|];
            }
        }
        """,
        """
        class C
        {
            public async Task RunAsync()
            {
                await Task.Delay(1).ConfigureAwait(false);
                /*lost*/await Task.Delay(2).ConfigureAwait(false);
            }
        }
        """);

    [Fact]
    public Task Tasks_that_a_loop_starts_stay_side_by_side() => Fixes(
        """
        class C
        {
            private Task SaveAsync(int n) => Task.Delay(n);

            private void SaveAll(int[] all)
            {
                foreach (var n in all)
                {
                    Console.WriteLine(n);
                    /*lost*/[|SaveAsync(n)|];
                }
            }
        }
        """,
        """
        class C
        {
            private Task SaveAsync(int n) => Task.Delay(n);

            private async Task SaveAll(int[] all)
            {
                var tasks = new List<Task>();
                foreach (var n in all)
                {
                    Console.WriteLine(n);
                    /*lost*/tasks.Add(SaveAsync(n));
                }
                await Task.WhenAll(tasks);
            }
        }
        """);

    [Fact]
    public Task A_named_task_and_a_list_are_awaited_at_the_end() => Fixes(
        """
        class C
        {
            public async Task<int> RunAsync(int[] all)
            {
                await Task.Yield();
                var one = /*lost: one*/[|Task.Delay(1)|];
                var many = new List<Task>();
                foreach (var n in all)
                    many.Add(/*lost: many*/[|Task.Delay(n)|]);
                Console.WriteLine("x");
                return 1;
            }
        }
        """,
        """
        class C
        {
            public async Task<int> RunAsync(int[] all)
            {
                await Task.Yield();
                var one = /*lost: one*/Task.Delay(1);
                var many = new List<Task>();
                foreach (var n in all)
                    many.Add(/*lost: many*/Task.Delay(n));
                Console.WriteLine("x");
                await one;
                await Task.WhenAll(many);
                return 1;
            }
        }
        """);

    [Fact]
    public Task A_combined_task_and_a_lazy_query() => Fixes(
        """
        class C
        {
            private Task SaveAsync(int n) => Task.Delay(n);

            private void SaveAll(int[] all)
            {
                /*lost*/[|Task.WhenAll(all.Select(n => SaveAsync(n)))|];
                /*lost*/[|all.Select(n => SaveAsync(n)).ToList()|];
            }
        }
        """,
        """
        class C
        {
            private Task SaveAsync(int n) => Task.Delay(n);

            private async Task SaveAll(int[] all)
            {
                /*lost*/await Task.WhenAll(all.Select(n => SaveAsync(n)));
                /*lost*/await Task.WhenAll(all.Select(n => SaveAsync(n)).ToList());
            }
        }
        """);

    [Fact]
    public Task Lambdas_become_async_only_where_a_task_comes_back() => Fixes(
        """
        class C
        {
            public async Task RunAsync()
            {
                await Task.Run(() => { /*lost*/[|Task.Delay(1)|]; });
                Func<Task> f = () =>
                {
                    /*lost*/[|Task.Delay(1)|];
                    return Task.CompletedTask;
                };
                await f();
            }
        }
        """,
        """
        class C
        {
            public async Task RunAsync()
            {
                await Task.Run(async () => { /*lost*/await Task.Delay(1); });
                Func<Task> f = async () =>
                {
                    /*lost*/await Task.Delay(1);
                };
                await f();
            }
        }
        """);

    [Fact]
    public Task A_task_that_the_next_turn_replaces_is_collected() => Fixes(
        """
        class C
        {
            public async Task RunAsync(int[] all)
            {
                Task last = Task.CompletedTask;
                foreach (var n in all)
                {
                    last = /*lost: tasks*/[|Task.Delay(n)|];
                }

                await last;
            }
        }
        """,
        """
        class C
        {
            public async Task RunAsync(int[] all)
            {
                Task last = Task.CompletedTask;
                var tasks = new List<Task>();
                foreach (var n in all)
                {
                    last = /*lost: tasks*/Task.Delay(n);
                    tasks.Add(last);
                }
                await Task.WhenAll(tasks);

                await last;
            }
        }
        """);

    [Fact]
    public Task The_inner_task_is_awaited_too() => Fixes(
        """
        class C
        {
            public async Task RunAsync()
            {
                await /*lost: Unwrap*/[|Task.Factory.StartNew(async () => await Task.Delay(1))|];
                /*lost*/[|Task.Factory.StartNew(async () => await Task.Delay(1))|];
            }
        }
        """,
        """
        class C
        {
            public async Task RunAsync()
            {
                await /*lost: Unwrap*/Task.Factory.StartNew(async () => await Task.Delay(1)).Unwrap();
                /*lost*/await Task.Factory.StartNew(async () => await Task.Delay(1)).Unwrap();
            }
        }
        """);

    [Theory]
    [InlineData("public class C { public void Run() { /*lost*/[|Task.Delay(1)|]; } }")]
    [InlineData("class C : IDisposable { public void Dispose() { /*lost*/[|Task.Delay(1)|]; } }")]
    [InlineData("class C { public override string ToString() { /*lost*/[|Task.Delay(1)|]; return \"\"; } }")]
    [InlineData("class C { public C() { /*lost*/[|Task.Delay(1)|]; } }")]
    [InlineData("class C { public int P { get { /*lost*/[|Task.Delay(1)|]; return 1; } } }")]
    [InlineData("class C { void M(List<int> l) { l.ForEach(x => { /*lost*/[|Task.Delay(1)|]; }); } }")]
    [InlineData("class C { void M() { lock (this) { /*lost*/[|Task.Delay(1)|]; } } }")]
    [InlineData("class C { void M() { /*lost*/[|Task.Delay(1)|]; } void N() { new Thread(M).Start(); } }")]
    [InlineData("class C { void M(ref int x) { /*lost*/[|Task.Delay(1)|]; } }")]
    [InlineData("class C { async Task M() { await Task.Yield(); while (true) { /*lost*/[|Task.Delay(1)|]; } } }")]
    public Task Nothing_is_offered_where_the_code_cannot_wait(string source) => Declines(source);

    [Fact]
    public Task Nothing_is_offered_where_another_file_calls_the_method()
    {
        var test = Test("class C { internal static void M() { /*lost*/[|Task.Delay(1)|]; } }", "class C { internal static void M() { /*lost*/{|CONC3002:Task.Delay(1)|}; } }");
        test.TestState.Sources.Add("class D { void N() => C.M(); }");
        test.FixedState.Sources.Add("class D { void N() => C.M(); }");
        return test.RunAsync();
    }
}
