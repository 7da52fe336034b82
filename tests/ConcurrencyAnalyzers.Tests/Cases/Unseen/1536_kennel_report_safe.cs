// A kennel notes which dogs stay in which box and prints a report of all boxes for the night watch. difficulty: medium
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Threading;

namespace Menagerie.M1536;

public readonly record struct KennelBox(int Number, string Dog, int Meals);

public sealed record KennelReport(ReadOnlyCollection<KennelBox> Boxes, int Meals);

public sealed class KennelRegister
{
    private readonly Lock _gate = new();
    private readonly List<KennelBox> _boxes = [];
    private int _meals;

    public void MoveIn(string dog)
    {
        lock (_gate)
        {
            _boxes.Add(new KennelBox(_boxes.Count + 1, dog, 0));
        }
    }

    public bool Feed(int number)
    {
        lock (_gate)
        {
            int index = number - 1;
            if (index < 0 || index >= _boxes.Count)
            {
                return false;
            }
            _boxes[index] = _boxes[index] with { Meals = _boxes[index].Meals + 1 };
            _meals++;
            return true;
        }
    }

    public KennelReport Report()
    {
        lock (_gate)
        {
            var boxes = new List<KennelBox>(_boxes).AsReadOnly();
            return new KennelReport(boxes, _meals);
        }
    }
}
