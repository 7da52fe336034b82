// The values are immutable and every change is a TryUpdate or conditional TryRemove that retries when someone else was faster. difficulty: medium
using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Cases.U777;

public sealed class CourseRegister(int capacity)
{
    private readonly ConcurrentDictionary<string, ImmutableList<string>> _students = new();

    public int CourseCount => _students.Count;

    public bool[] EnrolAll(string course, string[] students)
    {
        var accepted = new bool[students.Length];
        Parallel.For(0, students.Length, i => accepted[i] = TryEnrol(course, students[i]));
        return accepted;
    }

    public bool TryEnrol(string course, string student)
    {
        while (true)
        {
            ImmutableList<string> enrolled = _students.GetOrAdd(course, ImmutableList<string>.Empty);
            if (enrolled.Count >= capacity)
            {
                return false;
            }
            if (_students.TryUpdate(course, enrolled.Add(student), enrolled))
            {
                return true;
            }
        }
    }

    public void Withdraw(string course, string student)
    {
        while (_students.TryGetValue(course, out ImmutableList<string>? enrolled))
        {
            ImmutableList<string> left = enrolled.Remove(student);
            if (left == enrolled)
            {
                return;
            }
            bool done = left.IsEmpty
                ? _students.TryRemove(KeyValuePair.Create(course, enrolled))
                : _students.TryUpdate(course, left, enrolled);
            if (done)
            {
                return;
            }
        }
    }
}
