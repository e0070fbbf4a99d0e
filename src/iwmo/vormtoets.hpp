// Vormtoets: builds the tree of a message from elements as they open and close, and checks them against the schema.
#pragma once

#include <string>
#include <vector>

#include "iwmo/berichtbevinding.hpp"
#include "iwmo/boom.hpp"
#include "iwmo/lezer.hpp"

namespace zorgkader::iwmo {

class Vormtoets {
 public:
  Vormtoets(const Berichtsoort& soort, const Leesgrenzen& grenzen, Gelezen& out,
            const std::function<void(Deel)>& op_client);

  /// The names below are those of the schema when they belong to it: they have the addresses that set_names() was
  /// given.
  void open(const char* naam, const char* ruimte, int regel);
  void close(int regel);
  /// False when a value is longer than it may be: then the rest of the file is not worth reading.
  [[nodiscard]] bool text(std::string_view piece, int regel);
  /// Whether text that comes now is part of a value.
  bool in_value() const { return skipping_ == 0 && !levels_.empty() && levels_.back().element->type != nullptr; }
  /// Fault at the element that is open.
  void fault(int regel, std::string tekst, std::string herstel = {});

  /// Gives every name and namespace of the schema to `intern`: the addresses that open() will get for them.
  template <typename Intern>
  void set_names(Intern intern) {
    names_.clear();
    for (const Element& e : soort_.elementen) names_.push_back(intern(e.naam));
    own_space_ = intern(soort_.ruimte);
    shared_space_ = intern(release_3_2().basisruimte);
  }

 private:
  struct Niveau {
    Deel deel;
    const Element* element;
    int volgende = 0;  ///< the first part of the class that may still come
    bool gevuld = false;
  };
  bool matches(int element, const char* naam, const char* ruimte) const;
  int place(const Niveau& level, const char* naam, const char* ruimte) const;
  void enter(int element, int regel);
  void unexpected(const char* naam, const char* ruimte, int regel);
  void missing(const Niveau& level, int tot, int regel, std::string_view voor);
  void close_leaf(const Niveau& level);

  const Berichtsoort& soort_;
  const Leesgrenzen& grenzen_;
  Gelezen& out_;
  const std::function<void(Deel)>& op_client_;
  const Element* client_ = nullptr;  ///< the class that is handed out
  std::vector<const char*> names_;
  const char* own_space_ = nullptr;
  const char* shared_space_ = nullptr;
  std::vector<Niveau> levels_;
  std::string text_;
  int skipping_ = 0;  ///< depth inside an element that does not belong
};

}  // namespace zorgkader::iwmo
