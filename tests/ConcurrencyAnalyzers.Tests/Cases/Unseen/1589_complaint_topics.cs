// Sorts complaints by topic and reports the topics with the most complaints.
using System.Collections.Concurrent;

namespace Cases.U1589;

public sealed record Complaint(int Id, string Text);

public interface ITopicRule
{
    bool Matches(Complaint complaint);

    string Topic { get; }
}

public sealed class WordRule(string topic, params string[] words) : ITopicRule
{
    public string Topic => topic;

    public bool Matches(Complaint complaint) =>
        words.Any(w => complaint.Text.Contains(w, StringComparison.OrdinalIgnoreCase));
}

public sealed class TopicBoard
{
    private readonly ConcurrentDictionary<string, List<Complaint>> _byTopic = new();

    public void Pin(string topic, Complaint complaint)
    {
        var pinned = _byTopic.GetOrAdd(topic, _ => []);
        pinned.Add(complaint); // expect: RACE
    }

    public IEnumerable<(string Topic, int Count)> Largest(int number) =>
        _byTopic.Select(entry => (entry.Key, entry.Value.Count)).OrderByDescending(t => t.Count).Take(number);
}

public sealed class ComplaintSorter(IReadOnlyList<ITopicRule> rules)
{
    public List<(string Topic, int Count)> Sort(IEnumerable<Complaint> complaints)
    {
        var board = new TopicBoard();
        Parallel.ForEach(complaints, complaint => Classify(complaint, board));
        return board.Largest(5).ToList();
    }

    private void Classify(Complaint complaint, TopicBoard board)
    {
        bool matched = false;
        foreach (var rule in rules)
        {
            if (rule.Matches(complaint))
            {
                board.Pin(rule.Topic, complaint);
                matched = true;
            }
        }
        if (!matched)
        {
            board.Pin("other", complaint);
        }
    }
}
