// The reused StringBuilder is one per thread (ThreadLocal), and the counters of all threads are summed after Parallel.ForEach has ended. difficulty: hard
using System.Collections.Concurrent;
using System.Text;

namespace Cases.U869;

public sealed record Recipient(string Address, string Name);

public sealed class MailRenderer : IDisposable
{
    private sealed class Scratch
    {
        public readonly StringBuilder Text = new();
        public int Rendered;
    }

    private readonly ThreadLocal<Scratch> _scratch = new(() => new Scratch(), trackAllValues: true);
    private readonly string _template;

    public MailRenderer(string template)
    {
        _template = template;
    }

    public (IReadOnlyDictionary<string, string> Mails, int Rendered) Render(IEnumerable<Recipient> recipients)
    {
        var mails = new ConcurrentDictionary<string, string>();
        Parallel.ForEach(recipients, recipient => mails[recipient.Address] = RenderOne(recipient));
        return (mails, _scratch.Values.Sum(s => s.Rendered));
    }

    public void Dispose() => _scratch.Dispose();

    private string RenderOne(Recipient recipient)
    {
        var scratch = _scratch.Value!;
        scratch.Rendered++;
        scratch.Text.Clear();
        scratch.Text.Append(_template);
        scratch.Text.Replace("{name}", recipient.Name);
        scratch.Text.Replace("{address}", recipient.Address);
        return scratch.Text.ToString();
    }
}
