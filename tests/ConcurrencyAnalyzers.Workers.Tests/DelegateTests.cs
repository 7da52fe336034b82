using System.Linq.Expressions;

namespace ConcurrencyAnalyzers.Workers.Tests;

public sealed class DelegateTests
{
    private readonly int _field = 1;

    [Fact]
    public void A_lambda_that_captures_a_variable_is_refused_by_its_name()
    {
        var limit = 3;
        var e = Assert.Throws<ArgumentException>(() => { _ = WorkerPool.Shared.RunAsync(() => limit + 1); });
        Assert.Contains("captures 'limit'", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lambda_that_captures_this_is_refused()
    {
        var e = Assert.Throws<ArgumentException>(() => { _ = WorkerPool.Shared.RunAsync(() => _field + 1); });
        Assert.Contains("captures 'this'", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lambda_that_captures_this_and_a_variable_is_refused_by_both_names()
    {
        var limit = 3;
        var e = Assert.Throws<ArgumentException>(() => { _ = WorkerPool.Shared.RunAsync(() => _field + limit); });
        Assert.Contains("'this'", e.Message, StringComparison.Ordinal);
        Assert.Contains("'limit'", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_instance_method_is_refused_by_its_name()
    {
        var e = Assert.Throws<ArgumentException>(() => { _ = WorkerPool.Shared.RunAsync(Field); });
        Assert.Contains("DelegateTests.Field is an instance method", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_delegate_that_carries_its_first_argument_is_refused()
    {
        var text = "text";
        Func<int> length = text.CountLetters;
        Assert.Throws<ArgumentException>(() => { _ = WorkerPool.Shared.RunAsync(length); });
    }

    [Fact]
    public void A_combined_delegate_is_refused()
    {
        Action both = static () => { };
        both += static () => { };
        Assert.Throws<ArgumentException>(() => { _ = WorkerPool.Shared.RunAsync(both); });
    }

    [Fact]
    public void Code_that_was_made_at_run_time_is_refused()
    {
        var compiled = Expression.Lambda<Func<int>>(Expression.Constant(1)).Compile();
        Assert.Throws<ArgumentException>(() => { _ = WorkerPool.Shared.RunAsync(compiled); });
    }

    [Fact]
    public void Signatures_that_point_into_the_process_or_say_nothing_are_refused()
    {
        Assert.Throws<ArgumentException>(() => { _ = WorkerPool.Shared.RunAsync(static (nint p) => p, (nint)0); });
        Assert.Throws<ArgumentException>(() => { _ = WorkerPool.Shared.RunAsync(static (object o) => 1, new object()); });
        Assert.Throws<ArgumentException>(() => { _ = WorkerPool.Shared.RunAsync(static () => new object()); });
    }

    [Fact]
    public void A_value_task_is_refused_with_the_way_out()
    {
        var e = Assert.Throws<ArgumentException>(() => { _ = WorkerPool.Shared.RunAsync(ValueAsync); });
        Assert.Contains("AsTask()", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_map_refuses_before_its_first_step()
    {
        var factor = 2;
        Assert.Throws<ArgumentException>(() => { _ = WorkerPool.Shared.MapAsync(x => x * factor, [1, 2]); });
    }

    private static ValueTask<int> ValueAsync() => new(1);

    private int Field() => _field;
}

internal static class TextExtensions
{
    public static int CountLetters(this string text) => text.Length;
}
