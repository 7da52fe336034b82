// Each note is taken out by the call that reads it.
using System.Collections.Concurrent;

namespace Cases.Atomicity.S012;

public sealed class SuggestionBox
{
    private readonly ConcurrentQueue<string> _notes = new();

    public void Put(string note) => _notes.Enqueue(note);

    public List<string> Collect()
    {
        var notes = new List<string>();
        while (_notes.TryDequeue(out var note))
            notes.Add(note);
        return notes;
    }

    public void Forget() => _notes.Clear();
}
