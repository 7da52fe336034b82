using System.Text;
using ConcurrencyAnalyzers.Workers.Transport;

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

    private readonly TaskCompletionSource _ended = new();

    private StandardStreams() => _ended.SetResult();

    public StandardStreams(StreamReader output, StreamReader error, WorkerOutput use, int number)
    {
        _forward = use != WorkerOutput.Discard;
        _prefix = use == WorkerOutput.ForwardWithPrefix ? $"[worker {number}] " : null;
        if (PolledPipes.TryCreate(output.BaseStream, error.BaseStream) is { } pipes)
            OwnThread.Start($"worker {number} output", () => { using (output) using (error) PumpBoth(pipes); });
        else
            _ = PumpEach(output, error);
    }

    /// <summary>For a process whose streams somebody else reads.</summary>
    public static StandardStreams None => new();

    /// <summary>Waits until both streams have ended, for a bounded time: a grandchild that holds them open can delay it past the worker's end.</summary>
    public void WaitForEnd(TimeSpan patience) => _ended.Task.Wait(patience);

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

    private async Task PumpEach(StreamReader output, StreamReader error)
    {
        await Task.WhenAll(Pump(output, isError: false), Pump(error, isError: true)).ConfigureAwait(false);
        _ended.SetResult();
    }

    private async Task Pump(StreamReader reader, bool isError)
    {
        using var _ = reader; // a descriptor, which would wait for the next collection
        var block = new char[LongestLine];
        var lines = new Lines(this, isError);
        try
        {
            int count;
            while ((count = await reader.ReadAsync(block).ConfigureAwait(false)) > 0)
                lines.Take(block.AsSpan(0, count));
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The process is gone, and with it the rest.
        }
        lines.End();
    }

    private void PumpBoth(PolledPipes pipes)
    {
        Lines[] lines = [new(this, isError: false), new(this, isError: true)];
        Decoder[] decoders = [Encoding.UTF8.GetDecoder(), Encoding.UTF8.GetDecoder()];
        var block = new byte[LongestLine];
        var text = new char[Encoding.UTF8.GetMaxCharCount(LongestLine)];
        while (pipes.Read(block, out var which) is var count && count >= 0)
        {
            var length = decoders[which].GetChars(block.AsSpan(0, count), text, flush: count == 0);
            lines[which].Take(text.AsSpan(0, length));
            if (count == 0)
                lines[which].End();
        }
        _ended.SetResult();
    }

    // One stream's text, passed on by whole lines where they are not too long for it.
    private sealed class Lines(StandardStreams owner, bool isError)
    {
        private readonly StringBuilder _pending = new();

        public void Take(ReadOnlySpan<char> part)
        {
            _pending.Append(part);
            var text = _pending.ToString();
            var end = _pending.Length >= LongestLine ? _pending.Length : text.LastIndexOf('\n') + 1;
            if (end == 0)
                return;
            owner.Write(text[..end], isError);
            _pending.Remove(0, end);
        }

        public void End()
        {
            if (_pending.Length > 0)
                owner.Write(_pending.ToString(), isError);
            _pending.Clear();
        }
    }
}
