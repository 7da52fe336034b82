// The finalizer runs on its own thread while other code opens regions: the plain static counter and list are changed from both. difficulty: hard
namespace Cases.U461;

public sealed class MappedRegion
{
    private static readonly List<string> s_leaked = [];
    private static int s_open;

    private readonly string _name;

    public MappedRegion(string name)
    {
        _name = name;
        s_open++; // expect: RACE#1
    }

    ~MappedRegion()
    {
        s_open--; // expect: RACE#1
        s_leaked.Add(_name); // expect: RACE#2
    }

    public static string Report()
    {
        string leaked = string.Join(", ", s_leaked); // expect: RACE#2
        return $"{s_open} open, leaked: {leaked}"; // expect: RACE#1
    }
}
