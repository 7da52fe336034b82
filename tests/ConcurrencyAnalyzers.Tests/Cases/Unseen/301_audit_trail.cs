// Every worker appends to one static StringBuilder, which is not thread-safe. difficulty: easy
using System.Text;

namespace Cases.U301;

public static class AuditTrail
{
    private static readonly StringBuilder s_text = new();

    public static string Record(IEnumerable<string> actions)
    {
        Parallel.ForEach(actions, action =>
        {
            s_text.Append(Environment.CurrentManagedThreadId); // expect: RACE#1
            s_text.Append(' ').AppendLine(action); // expect: RACE#1
        });
        return s_text.ToString();
    }
}
