using VerifyCS = ConcurrencyAnalyzers.Testing.CSharpAnalyzerVerifier<ConcurrencyAnalyzers.Rules.Completion.UnobservedTask>;

namespace ConcurrencyAnalyzers.Tests.Rules.Completion;

/// <summary>Tasks dropped or forgotten, each beside the nearest code that is right.</summary>
public class UnobservedTaskTests
{
    private static Task Check(string members) => VerifyCS.VerifyAnalyzerAsync($$"""
        interface IStore { Task SaveAsync(int item = 0); Task<int> LoadAsync(int item = 0); ValueTask FlushAsync(); event Func<Task> Changed; }

        class Shop(IStore store)
        {
            private readonly IStore _store = store;
            private readonly int[] _items = [1, 2, 3];
            private Task _pending = Task.CompletedTask;

        {{members}}
        }
        """);

    [Fact]
    public Task A_call_dropped_in_a_method_that_is_not_async() => Check("void M() { {|CONC3002:_store.SaveAsync|}(); Console.WriteLine(1); }");

    [Fact]
    public Task A_call_awaited_is_fine() => Check("async Task M() { await _store.SaveAsync(); Console.WriteLine(1); }");

    [Fact]
    public Task A_call_dropped_in_an_async_method() => Check("async Task M() { {|CONC3002:_store.SaveAsync|}(1); await _store.SaveAsync(2); }");

    [Fact]
    public Task A_call_dropped_by_an_expression_body() => Check("void M() => {|CONC3002:_store.SaveAsync|}();");

    [Fact]
    public Task A_call_returned_by_an_expression_body_is_fine() => Check("Task M() => _store.SaveAsync();");

    [Fact]
    public Task A_call_dropped_behind_a_null_test() => Check("async Task M(IStore? other) { other?{|CONC3002:.SaveAsync|}(); await _store.SaveAsync(); }");

    [Fact]
    public Task An_explicit_discard_states_intent() => Check("void M() { _ = _store.SaveAsync(); }");

    [Fact]
    public Task A_value_task_dropped() => Check("void M() { {|CONC3002:_store.FlushAsync|}(); }");

    [Fact]
    public Task A_configured_task_dropped() => Check("void M() { {|CONC3002:_store.SaveAsync|}().ConfigureAwait(false); }");

    [Fact]
    public Task A_configured_task_awaited_is_fine() => Check("async Task M() { await _store.SaveAsync().ConfigureAwait(false); }");

    [Fact]
    public Task Task_run_dropped() => Check("void M() { {|CONC3002:Task.Run|}(() => Console.WriteLine(_items.Sum())); }");

    [Fact]
    public Task Task_run_discarded_is_fine() => Check("void M() { _ = Task.Run(() => Console.WriteLine(_items.Sum())); }");

    [Fact]
    public Task Task_run_dropped_that_handles_its_failures_is_fine() => Check("""
        void M() { Task.Run(async () => { try { await _store.SaveAsync(); } catch (Exception e) { Console.Error.WriteLine(e); } }); }
        """);

    [Fact]
    public Task Task_run_dropped_that_handles_only_some_failures() => Check("""
        void M() { {|CONC3002:Task.Run|}(async () => { try { await _store.SaveAsync(); } catch (IOException e) { Console.Error.WriteLine(e); } }); }
        """);

    [Fact]
    public Task Task_run_dropped_that_throws_on() => Check("""
        void M() { {|CONC3002:Task.Run|}(async () => { try { await _store.SaveAsync(); } catch (Exception) { Console.Error.WriteLine(); throw; } }); }
        """);

    [Fact]
    public Task Start_new_dropped() => Check("void M() { {|CONC3002:Task.Factory.StartNew|}(() => Console.WriteLine()); }");

    [Fact]
    public Task A_task_made_by_its_constructor_and_started() => Check("void M() { var job = {|CONC3002:new Task|}(() => Console.WriteLine()); job.Start(); }");

    [Fact]
    public Task A_task_made_by_its_constructor_and_waited_for_is_fine() => Check("void M() { var job = new Task(() => Console.WriteLine()); job.Start(); job.Wait(); }");

    [Fact]
    public Task A_delay_dropped() => Check("void M() { {|CONC3002:Task.Delay|}(100); Console.WriteLine(); }");

    [Fact]
    public Task When_all_dropped() => Check("void M() { {|CONC3002:Task.WhenAll|}(_items.Select(item => _store.SaveAsync(item))); }");

    [Fact]
    public Task When_all_waited_for_is_fine() => Check("void M() { Task.WhenAll(_items.Select(item => _store.SaveAsync(item))).Wait(); }");

    [Fact]
    public Task Wait_all_and_result_and_get_result_wait() => Check("""
        void M()
        {
            var first = _store.SaveAsync();
            var second = _store.SaveAsync();
            Task.WaitAll(first, second);
            Console.WriteLine(_store.LoadAsync().Result);
            _store.FlushAsync().AsTask().GetAwaiter().GetResult();
        }
        """);

    [Fact]
    public Task A_semaphore_that_nobody_waits_for() => Check("void M(SemaphoreSlim gate) { {|CONC3002:gate.WaitAsync|}(); gate.Release(); }");

    [Fact]
    public Task A_task_dropped_in_a_lambda_for_an_action() => Check("void M() { Array.ForEach(_items, item => {|CONC3002:_store.SaveAsync|}(item)); }");

    [Fact]
    public Task A_task_dropped_in_a_parallel_body() => Check("void M() { Parallel.ForEach(_items, item => {|CONC3002:_store.SaveAsync|}(item)); }");

    [Fact]
    public Task A_task_waited_for_in_a_parallel_body_is_fine() => Check("void M() { Parallel.ForEach(_items, item => _store.SaveAsync(item).Wait()); }");

    [Fact]
    public Task A_task_dropped_in_a_timer_callback() => Check("Timer M() => new(_ => {|CONC3002:_store.SaveAsync|}(), null, 0, 1000);");

    [Fact]
    public Task A_task_dropped_in_a_lambda_on_the_pool() => Check("Task M() => Task.Run(() => { {|CONC3002:_store.SaveAsync|}(); });");

    [Fact]
    public Task A_task_returned_to_task_run_is_fine() => Check("Task M() => Task.Run(() => _store.SaveAsync());");

    [Fact]
    public Task A_delegate_call_dropped() => Check("void M(Func<Task> job) { {|CONC3002:job|}(); }");

    [Fact]
    public Task A_delegate_call_awaited_is_fine() => Check("async Task M(Func<Task> job) { await job(); }");

    [Fact]
    public Task An_event_of_tasks_dropped() => Check("event Func<Task>? Changed; void M() { Changed?{|CONC3002:.Invoke|}(); }");

    [Fact]
    public Task A_local_function_dropped() => Check("void M() { {|CONC3002:Local|}(); async Task Local() { await _store.SaveAsync(); } }");

    [Fact]
    public Task A_local_never_used_again() => Check("void M() { var saving = {|CONC3002:_store.SaveAsync|}(); Console.WriteLine(); }");

    [Fact]
    public Task A_local_awaited_later_is_fine() => Check("async Task M() { var saving = _store.SaveAsync(); Console.WriteLine(); await saving; }");

    [Fact]
    public Task A_local_that_only_its_id_is_read_of() => Check("void M() { var saving = {|CONC3002:_store.SaveAsync|}(); Console.WriteLine(saving.Id); }");

    [Fact]
    public Task A_local_handed_to_unknown_code_is_fine() => Check("void Track(Task task) { } void M() { var saving = _store.SaveAsync(); Track(saving); }");

    [Fact]
    public Task A_local_returned_stored_or_captured_is_fine() => Check("""
        Task A() { var saving = _store.SaveAsync(); return saving; }
        void B() { var saving = _store.SaveAsync(); _pending = saving; }
        Func<Task> D() { var saving = _store.SaveAsync(); return async () => await saving; }
        (Task, int) E() { var saving = _store.SaveAsync(); return (saving, 1); }
        async Task F() { var (a, b) = (_store.LoadAsync(), _store.LoadAsync()); Console.WriteLine(await a + await b); }
        """);

    [Fact]
    public Task A_task_stored_in_a_field_is_fine() => Check("void M() { _pending = _store.SaveAsync(); }");

    [Fact]
    public Task A_local_copied_and_awaited_under_the_other_name_is_fine() => Check("async Task M() { var saving = _store.SaveAsync(); var other = saving; await other; }");

    [Fact]
    public Task A_task_chosen_and_awaited_is_fine() => Check("async Task M(bool now) { var saving = now ? _store.SaveAsync() : Task.CompletedTask; await saving; }");

    [Fact]
    public Task A_list_that_nobody_awaits() => Check("""
        void M()
        {
            var tasks = new List<Task>();
            foreach (var item in _items)
                tasks.Add({|CONC3002:_store.SaveAsync|}(item));
            Console.WriteLine(tasks.Count);
        }
        """);

    [Fact]
    public Task A_list_given_to_when_all_is_fine() => Check("""
        async Task M()
        {
            var tasks = new List<Task>();
            foreach (var item in _items)
                tasks.Add(_store.SaveAsync(item));
            await Task.WhenAll(tasks);
        }
        """);

    [Fact]
    public Task A_list_awaited_in_a_loop_is_fine() => Check("""
        async Task M()
        {
            var tasks = _items.Select(item => _store.LoadAsync(item)).ToList();
            foreach (var task in tasks)
                Console.WriteLine(await task);
        }
        """);

    [Fact]
    public Task Tasks_awaited_as_they_end_are_fine() => Check("""
        async Task M()
        {
            var tasks = _items.Select(item => _store.LoadAsync(item)).ToList();
            await foreach (var task in Task.WhenEach(tasks))
                Console.WriteLine(await task);
            var more = _items.Select(item => _store.LoadAsync(item)).ToList();
            while (more.Count > 0)
            {
                var done = await Task.WhenAny(more);
                more.Remove(done);
                Console.WriteLine(await done);
            }
        }
        """);

    [Fact]
    public Task A_selection_of_tasks_that_nobody_awaits() => Check("""
        void M() { var tasks = {|CONC3002:_items.Select|}(item => _store.SaveAsync(item)).ToList(); Console.WriteLine(tasks.Count); }
        """);

    [Fact]
    public Task A_selection_of_tasks_dropped() => Check("void M() { {|CONC3002:_items.Select|}(async item => await _store.SaveAsync(item)).ToArray(); }");

    [Fact]
    public Task An_array_of_tasks_that_nobody_awaits() => Check("""
        void M()
        {
            var tasks = new Task[_items.Length];
            for (var i = 0; i < tasks.Length; i++)
                tasks[i] = {|CONC3002:_store.SaveAsync|}(i);
        }
        """);

    [Fact]
    public Task An_array_of_tasks_awaited_item_by_item_is_fine() => Check("""
        async Task M()
        {
            var tasks = new Task[_items.Length];
            for (var i = 0; i < tasks.Length; i++)
                tasks[i] = _store.SaveAsync(i);
            for (var i = 0; i < tasks.Length; i++)
                await tasks[i];
        }
        """);

    [Fact]
    public Task A_list_of_the_callers_or_of_the_type_is_fine() => Check("""
        private readonly List<Task> _tasks = [];
        void A(List<Task> tasks) => tasks.Add(_store.SaveAsync());
        void B() => _tasks.Add(_store.SaveAsync());
        """);

    [Fact]
    public Task A_continuation_that_ignores_failure() => Check("void M() { {|CONC3002:_store.SaveAsync().ContinueWith|}(_ => Console.WriteLine()); }");

    [Fact]
    public Task A_continuation_that_looks_at_the_exception_is_fine() => Check("void M() { _store.SaveAsync().ContinueWith(t => { if (t.IsFaulted) Console.WriteLine(t.Exception); }); }");

    [Fact]
    public Task A_continuation_for_failures_only_is_fine() => Check("void M() { _store.SaveAsync().ContinueWith(_ => Console.WriteLine(), TaskContinuationOptions.OnlyOnFaulted); }");

    [Fact]
    public Task A_continuation_for_success_only() => Check("void M() { {|CONC3002:_store.SaveAsync().ContinueWith|}(_ => Console.WriteLine(), TaskContinuationOptions.OnlyOnRanToCompletion); }");

    [Fact]
    public Task A_continuation_awaited_is_fine() => Check("async Task M() { await _store.SaveAsync().ContinueWith(_ => Console.WriteLine()); }");

    [Fact]
    public Task A_continuation_of_a_delay_is_fine() => Check("void M() { Task.Delay(100).ContinueWith(_ => Console.WriteLine()); }");

    [Fact]
    public Task A_continuation_of_somebody_elses_task_is_fine() => Check("""
        void A(Task task) => task.ContinueWith(_ => Console.WriteLine());
        void B() => _pending.ContinueWith(_ => Console.WriteLine());
        async Task D() { var saving = _store.SaveAsync(); saving.ContinueWith(_ => Console.WriteLine()); await saving; }
        void E(TaskCompletionSource done) => done.Task.ContinueWith(_ => Console.WriteLine());
        """);

    [Fact]
    public Task A_continuation_of_a_local_that_nobody_else_uses() => Check("""
        void M() { var saving = _store.SaveAsync(); {|CONC3002:saving.ContinueWith|}(_ => Console.WriteLine()); }
        """);

    [Fact]
    public Task A_nested_task_awaited_once() => Check("async Task M() { await {|CONC3002:Task.Factory.StartNew|}(async () => await _store.SaveAsync()); }");

    [Fact]
    public Task A_nested_task_unwrapped_or_awaited_twice_is_fine() => Check("""
        async Task M()
        {
            await Task.Factory.StartNew(async () => await _store.SaveAsync()).Unwrap();
            await await Task.Factory.StartNew(async () => await _store.SaveAsync());
            var outer = Task.Factory.StartNew(() => _store.SaveAsync());
            var inner = await outer;
            await inner;
        }
        """);

    [Fact]
    public Task A_nested_task_waited_for_once() => Check("void M() { var outer = {|CONC3002:Task.Factory.StartNew|}(async () => await _store.SaveAsync()); outer.Wait(); }");

    [Fact]
    public Task A_helper_that_observes_is_fine() => Check("""
        void M() => Watch(_store.SaveAsync());
        void N() => Observe(_store.SaveAsync());
        static void Watch(Task task) => _ = Observe(task);
        static async Task Observe(Task task) { try { await task; } catch (Exception e) { Console.WriteLine(e); } }
        """);

    [Fact]
    public Task A_method_that_keeps_its_task_may_be_called_without_await() => Check("""
        private Task? _started;
        Task EnsureStarted() => _started ??= _store.SaveAsync();
        Task Nothing() => Task.CompletedTask;
        void M() { EnsureStarted(); Nothing(); }
        """);

    [Fact]
    public Task A_method_that_returns_its_own_argument_makes_no_task() => Check("""
        static Task Observed(Task task) { task.ContinueWith(t => Console.WriteLine(t.Exception), TaskContinuationOptions.OnlyOnFaulted); return task; }
        void M() { Observed(_store.SaveAsync()); }
        """);

    [Fact]
    public Task A_lambda_parameter_named_like_a_discard_takes_it() => Check("Timer M() => new(_ => _ = _store.SaveAsync());");

    [Fact]
    public Task A_call_that_is_told_to_forget_is_fine() => Check("""
        enum Flags { None, FireAndForget }
        interface IRemote { Task SendAsync(Flags flags); }
        void M(IRemote remote) { remote.SendAsync(Flags.FireAndForget); {|CONC3002:remote.SendAsync|}(Flags.None); }
        """);

    [Fact]
    public Task A_warning_silenced_in_source_states_intent() => Check("""
        void M()
        {
        #pragma warning disable CS4014 // runs detached
            _store.SaveAsync();
        #pragma warning restore CS4014
            {|CONC3002:_store.SaveAsync|}();
        }
        """);

    [Fact]
    public Task Work_that_prepares_and_then_handles_its_failures_is_fine() => Check("""
        void M() { Task.Run(async () => { var item = Math.Max(1, 2); try { await _store.SaveAsync(item); } catch (Exception e) { Console.Error.WriteLine(e); } }); Task.Run(() => Clean()); }
        void Clean() { try { _store.SaveAsync().Wait(); } catch { } }
        """);

    [Fact]
    public Task Work_that_fails_after_its_try() => Check("""
        void M() { {|CONC3002:Task.Run|}(async () => { try { await _store.SaveAsync(); } catch (Exception e) { Console.Error.WriteLine(e); } await _store.FlushAsync(); }); }
        """);

    [Fact]
    public Task A_task_tested_for_null_is_fine() => Check("async Task M() { var saving = _store.SaveAsync(); if (saving is null) return; await saving; }");

    [Fact]
    public Task A_task_exchanged_atomically_is_no_new_task() => Check("void M(Task next) { Interlocked.Exchange(ref _pending, next); }");

    [Fact]
    public Task A_completed_task_needs_no_observer() => Check("void M() { var none = Task.CompletedTask; var one = Task.FromResult(1); }");

    [Fact]
    public Task A_source_of_completion_is_fine() => Check("async Task M() { var done = new TaskCompletionSource(); var waiting = done.Task; done.SetResult(); await done.Task; }");

    [Fact]
    public Task Calls_on_a_mock_record() => Check("""
        void M(IStore mock) { mock.Received().SaveAsync(); mock.When(store => store.SaveAsync()).Do(_ => { }); Verify(store => store.SaveAsync(1)); }
        static void Verify(System.Linq.Expressions.Expression<Action<IStore>> call) { }
        }
        static class Mocks
        {
            public static T Received<T>(this T mock) => mock;
            public static Recording When<T>(this T mock, Action<T> call) => new();
            public class Recording { public void Do(Action<object> action) { } }
        """);

    [Fact]
    public Task An_early_return_leaves_the_task() => Check("""
        async Task M(bool valid)
        {
            var saving = {|CONC3002:_store.SaveAsync|}();
            if (!valid)
            {
                return;
            }
            await saving;
        }
        """);

    [Fact]
    public Task A_return_before_the_task_is_made_is_fine() => Check("async Task M(bool valid) { if (!valid) return; var saving = _store.SaveAsync(); Console.WriteLine(); await saving; }");

    [Fact]
    public Task A_throw_before_the_await_is_no_path() => Check("""
        async Task M(bool valid) { var saving = _store.SaveAsync(); if (!valid) throw new ArgumentException(); await saving; }
        """);

    [Fact]
    public Task A_task_awaited_only_under_a_condition() => Check("async Task M(bool wait) { var saving = {|CONC3002:_store.SaveAsync|}(); if (wait) await saving; }");

    [Fact]
    public Task A_task_awaited_in_both_branches_is_fine() => Check("async Task M(bool wait) { var saving = _store.SaveAsync(); if (wait) await saving; else await saving.ConfigureAwait(false); }");

    [Fact]
    public Task A_task_awaited_in_finally_is_fine() => Check("async Task M(bool valid) { var saving = _store.SaveAsync(); try { if (!valid) return; Console.WriteLine(); } finally { await saving; } }");

    [Fact]
    public Task A_task_tested_first_is_fine() => Check("async Task M() { var saving = _store.SaveAsync(); if (saving.IsCompletedSuccessfully) return; await saving; }");

    [Fact]
    public Task A_task_that_may_be_missing_is_fine() => Check("""
        async Task M(bool now) { var saving = now ? _store.SaveAsync() : null; if (saving != null) await saving; }
        async Task N(bool now) { var saving = now ? _store.SaveAsync() : null; if (saving is not null) await saving; }
        async Task O(bool now) { var saving = now ? _store.SaveAsync() : null; if (saving is { } task) await task; }
        """);

    [Fact]
    public Task A_race_against_a_delay_is_fine() => Check("""
        async Task<int> M()
        {
            var loading = _store.LoadAsync();
            if (await Task.WhenAny(loading, Task.Delay(1000)) != loading)
                return -1;
            return await loading;
        }
        """);

    [Fact]
    public Task A_loop_that_keeps_only_the_last_task() => Check("""
        async Task M()
        {
            Task last = Task.CompletedTask;
            foreach (var item in _items)
                last = {|CONC3002:_store.SaveAsync|}(item);
            await last;
        }
        """);

    [Fact]
    public Task A_loop_that_awaits_the_previous_task_is_fine() => Check("""
        async Task M()
        {
            Task last = Task.CompletedTask;
            foreach (var item in _items)
            {
                await last;
                last = _store.SaveAsync(item);
            }
            await last;
        }
        """);

    [Fact]
    public Task A_loop_that_chains_tasks_is_fine() => Check("""
        async Task M()
        {
            Task last = Task.CompletedTask;
            foreach (var item in _items)
                last = last.ContinueWith(_ => _store.SaveAsync(item)).Unwrap();
            await last;
        }
        """);

    [Fact]
    public Task A_loop_that_stops_at_its_first_task_is_fine() => Check("""
        async Task M()
        {
            Task? last = null;
            foreach (var item in _items)
            {
                if (item > 1)
                {
                    last = _store.SaveAsync(item);
                    break;
                }
            }
            if (last != null)
                await last;
        }
        """);

    [Fact]
    public Task An_async_handler_awaits() => Check("void M(FileSystemWatcher watcher) { watcher.Created += async (_, _) => await _store.SaveAsync(); }");

    [Fact]
    public Task A_handler_that_drops() => Check("void M(FileSystemWatcher watcher) { watcher.Created += (_, _) => {|CONC3002:_store.SaveAsync|}(); }");

    [Fact]
    public Task An_assertion_never_awaited() => Check("""
        void M() { {|CONC3002:Assert.ThrowsAsync|}(() => _store.SaveAsync()); }
        static class Assert { public static async Task<Exception> ThrowsAsync(Func<Task> code) { try { await code(); } catch (Exception e) { return e; } throw new Exception(); } }
        """);

    [Fact]
    public Task A_disposal_never_awaited() => Check("void M(IAsyncDisposable thing) { {|CONC3002:thing.DisposeAsync|}(); }");

    [Fact]
    public Task A_disposal_by_await_using_is_fine() => Check("async Task M(IAsyncDisposable thing) { await using var own = thing; Console.WriteLine(); }");

    [Fact]
    public Task Top_level_statements() => VerifyCS.VerifyAnalyzerAsync("""
        IStore store = new Store();
        Save(store);
        static void Save(IStore store) { {|CONC3002:store.SaveAsync|}(); }
        interface IStore { Task SaveAsync(); }
        class Store : IStore { public async Task SaveAsync() => await Task.Delay(10); }
        """);

    [Fact]
    public Task The_message_names_what_is_lost_and_where() => VerifyCS.VerifyAnalyzerAsync(
        "class C { async Task M(bool valid) { var t = {|#0:Task.Delay|}(1); if (!valid) {|#1:return;|} await t; } }",
        VerifyCS.Diagnostic().WithLocation(0).WithLocation(1).WithMessage(
            "One way through 'M' leaves the task of 'Delay' in 't' without waiting for it: its work may go on unnoticed and its exception is lost"));

    [Fact]
    public Task The_message_of_a_dropped_call() => VerifyCS.VerifyAnalyzerAsync(
        "class C { void M() { {|#0:Task.Delay|}(1); } }",
        VerifyCS.Diagnostic().WithLocation(0).WithMessage("Nobody waits for the task of 'Delay': 'M' goes on before the work is done, and its exception is lost"));
}
