using System.Text;

namespace ConcurrencyAnalyzers.Workers.Launch;

/// <summary>
/// Reads what a worker writes past <see cref="Console"/>: native code, and the runtime's last words before a
/// crash. Passes it on by lines and keeps the end of the standard error.
/// </summary>
internal sealed class StandardStreams
{
    private const int TailLength = 16 * 1024;
    private const int LongestLine = 4096;

    private readonly StringBuilder _errorTail = new();
    private readonly bool _forward;
    private readonly string? _prefix;
    private readonly bool[] _midLine = new bool[2];

    private StandardStreams() => Ended = Task.CompletedTask;

    public StandardStreams(StreamReader output, StreamReader error, WorkerOutput use, int number)
    {
        _forward = use != WorkerOutput.Discard;
        _prefix = use == WorkerOutput.ForwardWithPrefix ? $"[worker {number}] " : null;
        Ended = Task.WhenAll(Pump(output, isError: false), Pump(error, isError: true));
    }

    /// <summary>For a process whose streams somebody else reads.</summary>
    public static StandardStreams None => new();

    /// <summary>Completes when both streams have ended. A grandchild that holds them open can delay it past the worker's end.</summary>
    public Task Ended { get; }

    public string ErrorTail
    {
        get
        {
            lock (_errorTail)
                return _errorTail.ToString().Trim();
        }
    }

    /// <summary>Handles text that came from the worker's console by another way.</summary>
    public void Write(string text, bool isError)
    {
        if (isError)
        {
            lock (_errorTail)
            {
                _errorTail.Append(text);
                if (_errorTail.Length > TailLength)
                    _errorTail.Remove(0, _errorTail.Length - TailLength);
            }
        }
        if (!_forward)
            return;
        try
        {
            (isError ? Console.Error : Console.Out).Write(_prefix is null ? text : Prefix(text, _midLine.AsSpan(isError ? 1 : 0)));
        }
        catch (Exception)
        {
            // The console of this process is closed, or is the user's own and fails; that is no reason to fail a job.
        }
    }

    // At the start of each line; the rest of a line that came in pieces gets none.
    private string Prefix(string text, Span<bool> midLine)
    {
        var result = new StringBuilder(text.Length + _prefix!.Length);
        lock (_midLine)
        {
            for (var rest = text.AsSpan(); rest.Length > 0;)
            {
                var end = rest.IndexOf('\n') + 1;
                var line = end == 0 ? rest : rest[..end];
                if (!midLine[0])
                    result.Append(_prefix);
                result.Append(line);
                midLine[0] = end == 0;
                rest = rest[line.Length..];
            }
        }
        return result.ToString();
    }

    private async Task Pump(StreamReader reader, bool isError)
    {
        using var _ = reader; // a descriptor, which would wait for the next collection
        var block = new char[LongestLine];
        var pending = new StringBuilder();
        try
        {
            int count;
            while ((count = await reader.ReadAsync(block).ConfigureAwait(false)) > 0)
            {
                pending.Append(block, 0, count);
                var text = pending.ToString();
                var end = pending.Length >= LongestLine ? pending.Length : text.LastIndexOf('\n') + 1;
                if (end == 0)
                    continue;
                Write(text[..end], isError);
                pending.Remove(0, end);
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The process is gone, and with it the rest.
        }
        if (pending.Length > 0)
            Write(pending.ToString(), isError);
    }
}
