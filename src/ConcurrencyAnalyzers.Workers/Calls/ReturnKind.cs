namespace ConcurrencyAnalyzers.Workers.Calls;

/// <summary>How a method gives its result.</summary>
internal enum ReturnKind
{
    Nothing,
    Value,
    Task,
    TaskOfValue,
    ValueTask,
    ValueTaskOfValue,
}
