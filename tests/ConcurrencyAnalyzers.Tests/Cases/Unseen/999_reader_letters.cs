// The map is concurrent and each list in it is guarded by itself: GetOrAdd gives all threads the same list to lock. difficulty: hard
using System.Collections.Concurrent;

namespace Cases.U999;

public sealed record Letter(string Topic, string Text);

public sealed class ReaderLetters
{
    private readonly ConcurrentDictionary<string, List<Letter>> _byTopic = new();

    public void Sort(IEnumerable<Letter> letters) => Parallel.ForEach(letters, File);

    public Letter[] About(string topic)
    {
        if (!_byTopic.TryGetValue(topic, out var letters))
        {
            return [];
        }
        lock (letters)
        {
            return letters.ToArray();
        }
    }

    private void File(Letter letter)
    {
        var letters = _byTopic.GetOrAdd(letter.Topic, _ => []);
        lock (letters)
        {
            letters.Add(letter);
        }
    }
}
