namespace Blind.C1224;

public sealed record Answer(string Question, int Score);

public sealed class Summary
{
    private readonly Dictionary<string, (int Count, int Sum)> _scores = new();
    private int _invalid;

    public Summary Add(Answer answer)
    {
        if (answer.Score is < 1 or > 5)
        {
            _invalid++;
            return this;
        }

        var (count, sum) = _scores.GetValueOrDefault(answer.Question);
        _scores[answer.Question] = (count + 1, sum + answer.Score);
        return this;
    }

    public Summary Merge(Summary other)
    {
        foreach (var (question, part) in other._scores)
        {
            var (count, sum) = _scores.GetValueOrDefault(question);
            _scores[question] = (count + part.Count, sum + part.Sum);
        }

        _invalid += other._invalid;
        return this;
    }

    public double Mean(string question)
    {
        var (count, sum) = _scores.GetValueOrDefault(question);
        return count == 0 ? 0 : (double)sum / count;
    }

    public int Invalid => _invalid;
}

public static class Program
{
    public static void Main()
    {
        var answers = Enumerable.Range(0, 1000).Select(static i => new Answer("Q" + i % 7, i % 6)).ToArray();

        var summary = answers
            .AsParallel()
            .Aggregate(
                static () => new Summary(),
                static (local, answer) => local.Add(answer),
                static (total, local) => total.Merge(local),
                static total => total);

        var ids = new HashSet<string>();
        foreach (var question in answers.AsParallel().Where(static a => a.Score > 2).Select(static a => a.Question))
        {
            ids.Add(question);
        }

        Console.WriteLine($"{summary.Mean("Q3"):F2} {summary.Invalid} {ids.Count}");
    }
}
