// All the async lambdas run at once and resume on pool threads: they append to one StringBuilder at the same time. difficulty: medium
using System.Text;

namespace Cases.U964;

public sealed class MeetingMinutes(Func<string, Task<string>> transcribe)
{
    public async Task<string> WriteAsync(IEnumerable<string> recordings)
    {
        var minutes = new StringBuilder("Minutes").AppendLine();
        var parts = recordings.Select(async recording =>
        {
            var text = await transcribe(recording).ConfigureAwait(false);
            minutes.Append(recording).Append(": ").AppendLine(text); // expect: RACE
        });
        await Task.WhenAll(parts).ConfigureAwait(false);
        return minutes.ToString();
    }
}
