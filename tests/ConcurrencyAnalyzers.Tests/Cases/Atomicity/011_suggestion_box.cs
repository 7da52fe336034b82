// A note that is put in between copying and clearing is never read.
using System.Collections.Concurrent;

namespace Cases.Atomicity.S011;

public sealed class SuggestionBox
{
    private readonly ConcurrentQueue<string> _notes = new();

    public void Put(string note) => _notes.Enqueue(note);

    public string[] Collect()
    {
        var notes = _notes.ToArray();
        _notes.Clear(); // expect: CHECK_THEN_ACT
        return notes;
    }
}
