using System.Text;
using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Host;

/// <summary>
/// The console of a worker: whole lines travel on the channel, so they arrive before the result of the job that
/// wrote them. <see cref="Console"/> makes it thread-safe.
/// </summary>
internal sealed class ForwardingWriter(IMessageChannel channel, int stream) : TextWriter
{
    private const int LongestLine = 16 * 1024;

    private readonly StringBuilder _pending = new();
    private readonly FrameBuffer _frame = new();

    /// <summary>The beginning of a line waits for the rest of it.</summary>
    public bool HasText => _pending.Length > 0;

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        _pending.Append(value);
        if (value == '\n' || _pending.Length >= LongestLine)
            Flush();
    }

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        _pending.Append(buffer);
        if (buffer.Contains('\n') || _pending.Length >= LongestLine)
            Flush();
    }

    public override void WriteLine(string? value) => Write((value + NewLine).AsSpan());

    public override void WriteLine(ReadOnlySpan<char> buffer)
    {
        _pending.Append(buffer);
        Write(NewLine.AsSpan());
    }

    public override void Flush()
    {
        if (_pending.Length == 0)
            return;
        _frame.Reset();
        _frame.WriteText(_pending.ToString());
        _pending.Clear();
        try
        {
            channel.Send(_frame.Seal(FrameKind.Output, stream));
        }
        catch (IOException)
        {
            // Nobody is left to read it; the watch on the channel ends this process.
        }
    }
}
