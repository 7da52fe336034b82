// Each worker has a list of his own, or a lock goes with the one that all were given; what is read after all threads have ended is complete.
namespace ThreadForEachWorkerSafe;

public sealed class Picker(int row)
{
    private readonly List<string> _basket = new();
    private int _picked;

    public int Picked => _picked;

    public IReadOnlyList<string> Basket => _basket;

    public void Pick()
    {
        for (int i = 0; i < 10; i++)
        {
            _basket.Add($"{row}/{i}");
            _picked++;
        }
    }
}

public sealed class Sorter(Dictionary<string, int> grades, string name)
{
    public void Sort()
    {
        lock (grades)
        {
            grades[name] = name.Length;
        }
    }
}

public sealed class Packer(List<string> box)
{
    public void Pack() => box.Add("apple");
}

public static class Harvest
{
    public static int Gather(int rows)
    {
        var pickers = Enumerable.Range(0, rows).Select(row => new Picker(row)).ToList();
        var threads = pickers.Select(picker => new Thread(() => picker.Pick())).ToArray();
        foreach (var thread in threads)
        {
            thread.Start();
        }

        foreach (var thread in threads)
        {
            thread.Join();
        }

        return pickers.Sum(picker => picker.Picked + picker.Basket.Count);
    }

    public static Dictionary<string, int> Grade(string[] apples)
    {
        var grades = new Dictionary<string, int>();
        var threads = apples.Select(apple => new Sorter(grades, apple)).Select(sorter => new Thread(() => sorter.Sort())).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return grades;
    }

    public static void PackEach(List<List<string>> boxes)
    {
        var packers = Enumerable.Range(0, 3).Select(_ => new Packer(new List<string>())).ToList();
        var threads = packers.Select(packer => new Thread(() => packer.Pack())).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        boxes.Add(new List<string>());
    }
}
