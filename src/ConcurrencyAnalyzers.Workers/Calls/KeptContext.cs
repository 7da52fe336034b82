using System.Runtime.CompilerServices;

namespace ConcurrencyAnalyzers.Workers.Calls;

/// <summary>
/// The execution context that a thread had at some moment, to see whether it still has it and to give it back. To ask the base library for it
/// takes several times as long as a short method does; so where the runtime keeps it in the field that it is known to keep it in, that field
/// is looked at. For the thread that makes it.
/// </summary>
internal readonly ref struct KeptContext
{
    private static readonly bool FieldIsKnown = IsKnown();

    private readonly ExecutionContext? _kept; // null while its flow is suppressed: then there is nothing to give back
    private readonly ExecutionContext? _raw;
    private readonly ref readonly ExecutionContext? _field;

    public KeptContext()
    {
        _kept = ExecutionContext.Capture();
        if (!FieldIsKnown || _kept is null)
            return;
        _field = ref FieldOf(Thread.CurrentThread);
        _raw = _field;
    }

    /// <summary>The thread may have another one now.</summary>
    public bool HasChanged => Unsafe.IsNullRef(in _field) ? _kept is not null && ExecutionContext.Capture() != _kept : _field != _raw;

    public void Restore() => ExecutionContext.Restore(_kept!);

    // It must be there, and follow what is said the official way.
    private static bool IsKnown()
    {
        try
        {
            var seen = false;
            var local = new AsyncLocal<object>();
            ExecutionContext.Run(ExecutionContext.Capture() ?? throw new MissingFieldException(), _ =>
            {
                ref readonly var field = ref FieldOf(Thread.CurrentThread);
                var before = field;
                local.Value = local;
                seen = field != before && field == ExecutionContext.Capture();
            }, null);
            return seen;
        }
        catch (Exception)
        {
            return false;
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_executionContext")]
    private static extern ref ExecutionContext? FieldOf(Thread thread);
}
