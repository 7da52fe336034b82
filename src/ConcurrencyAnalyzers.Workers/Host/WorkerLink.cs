using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Host;

/// <summary>In a worker: the line to the process that started it.</summary>
internal static class WorkerLink
{
    private static IMessageChannel? s_channel;
    private static Outbox? s_outbox;

    /// <summary>Throws outside of workers.</summary>
    public static IMessageChannel Channel
    {
        get => s_channel ?? throw new InvalidOperationException("This process is not a worker.");
        set => s_channel = value;
    }

    /// <summary>Makes the method of a number and a definition ready to be called; for the job that runs. Gives whether it did.</summary>
    public static Func<int, byte[], bool>? Prepare { get; set; }

    /// <summary>For what the thread that listens to the channel has to say. Throws outside of workers.</summary>
    public static Outbox Outbox
    {
        get => s_outbox ?? throw new InvalidOperationException("This process is not a worker.");
        set => s_outbox = value;
    }
}
