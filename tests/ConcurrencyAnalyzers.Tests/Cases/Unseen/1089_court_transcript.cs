using System.Text;

namespace Cases.L1089;

public sealed class CourtTranscript
{
    private readonly object _gate = new();
    private readonly StringBuilder _text = new();
    private readonly List<string> _exhibits = new();

    public void Say(string speaker, string words)
    {
        lock (_gate)
        {
            _text.Append('[').Append(speaker).Append("] ").AppendLine(words);
        }
    }

    public void Admit(string exhibit)
    {
        lock (_gate)
        {
            _exhibits.Add(exhibit);
            _text.Append("(exhibit ").Append(exhibit).AppendLine(" admitted)");
        }
    }

    public StringBuilder Body
    {
        get
        {
            lock (_gate)
            {
                return _text; // expect: ESCAPES_LOCK
            }
        }
    }

    public string Close()
    {
        lock (_gate)
        {
            return $"{_text}{_exhibits.Count} exhibits";
        }
    }
}

public static class Program
{
    public static async Task Main()
    {
        var transcript = new CourtTranscript();
        Task stenographer = Task.Run(() =>
        {
            for (int i = 0; i < 2000; i++)
            {
                transcript.Say(i % 2 == 0 ? "counsel" : "witness", $"line {i}");
            }
        });
        Task screen = Task.Run(async () =>
        {
            for (int i = 0; i < 50; i++)
            {
                StringBuilder body = transcript.Body;
                Console.WriteLine(body.ToString(Math.Max(0, body.Length - 80), Math.Min(80, body.Length))); // expect: RACE?, INCONSISTENT_LOCK?
                await Task.Delay(10);
            }
        });
        await Task.WhenAll(stenographer, screen);
        Console.WriteLine(transcript.Close());
    }
}
