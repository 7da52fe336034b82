using System.Text;

namespace ConcurrencyAnalyzers.Workers.Tests.Overloads;

/// <summary>
/// Writes the overloads of <c>RunAsync</c> and <c>Start</c> for every number of arguments that a delegate of the base library
/// can take. They differ in nothing but their lists, so nobody should have to read or edit them one by one.
/// </summary>
internal static class OverloadText
{
    private const int MostArguments = 16;

    /// <summary>The files, by their names beside <c>WorkerPool.cs</c>.</summary>
    public static IEnumerable<(string Name, string Text)> Files()
    {
        yield return ("WorkerPool.RunAsync.Arities.cs", PoolFile(1, withToken: false));
        yield return ("WorkerPool.RunAsync.WithToken.cs", PoolFile(0, withToken: true));
        yield return ("WorkerProcess.Start.Arities.cs", ProcessFile(1, withToken: false));
        yield return ("WorkerProcess.Start.WithToken.cs", ProcessFile(0, withToken: true));
    }

    private static string PoolFile(int fewest, bool withToken)
    {
        var text = Head(withToken
            ? "The shapes of RunAsync for methods whose last parameter is the cancellation token that the worker supplies."
            : "The shapes of RunAsync for methods with arguments.", "WorkerPool");
        for (var count = fewest; count <= MostArguments - (withToken ? 1 : 0); count++)
        {
            foreach (var (returns, result) in new[] { ("TResult", true), ("Task<TResult>", true), ("", false), ("Task", false) })
            {
                var types = Types(count, withToken, returns);
                text.AppendLine($$"""

                        /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
                        public Task{{(result ? "<TResult>" : "")}} RunAsync{{Generic(count, result)}}({{types}} method, {{Parameters(count)}}CancellationToken cancellationToken = default) =>
                            Start{{(result ? "<TResult>" : "")}}(NewCall(method){{Adds(count)}}, cancellationToken);
                    """);
            }
        }
        return text.AppendLine("}").Replace("{\n\n", "{\n").ToString();
    }

    private static string ProcessFile(int fewest, bool withToken)
    {
        var text = Head(withToken
            ? "The shapes of Start for methods whose last parameter is the token that trips when the process is told to stop."
            : "The shapes of Start for methods with arguments.", "WorkerProcess");
        for (var count = fewest; count <= MostArguments - (withToken ? 1 : 0); count++)
        {
            foreach (var returns in new[] { "int", "Task<int>", "", "Task" })
            {
                text.AppendLine($$"""

                        /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
                        public static WorkerProcess Start{{Generic(count, false)}}({{Types(count, withToken, returns)}} method, {{Parameters(count)}}WorkerProcessOptions? options = null) =>
                            Begin(NewCall(method){{Adds(count)}}, options);
                    """);
            }
        }
        return text.AppendLine("}").Replace("{\n\n", "{\n").ToString();
    }

    private static StringBuilder Head(string what, string type) => new StringBuilder().AppendLine($$"""
        namespace ConcurrencyAnalyzers.Workers;

        // {{what}}
        // Written by OverloadText in the tests; a test holds this file against it.
        public sealed partial class {{type}}
        {
        """.TrimEnd());

    private static string Types(int count, bool withToken, string returns)
    {
        var all = Names("T", count);
        if (withToken)
            all = all.Append("CancellationToken");
        if (returns.Length > 0)
            all = all.Append(returns);
        var list = string.Join(", ", all);
        var name = returns.Length > 0 ? "Func" : "Action";
        return list.Length == 0 ? name : $"{name}<{list}>";
    }

    private static string Generic(int count, bool result)
    {
        var list = string.Join(", ", result ? Names("T", count).Append("TResult") : Names("T", count));
        return list.Length == 0 ? "" : $"<{list}>";
    }

    private static string Parameters(int count) => string.Concat(Enumerable.Range(1, count).Select(i => $"T{i} arg{i}, "));

    private static string Adds(int count) => string.Concat(Enumerable.Range(1, count).Select(i => $".Add(arg{i})"));

    private static IEnumerable<string> Names(string prefix, int count) => Enumerable.Range(1, count).Select(i => $"{prefix}{i}");
}
